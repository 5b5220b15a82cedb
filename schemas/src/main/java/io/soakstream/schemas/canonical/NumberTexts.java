package io.soakstream.schemas.canonical;

import java.util.function.DoubleFunction;

/**
 * The texts of numbers that were printed lately, because printing a number of 16 or 17 digits takes longer than all else
 * that is done with it. What is found here is what would be printed; safe for several threads, and bounded.
 */
final class NumberTexts {
    /** A power of two (count): some hundred runs of a dozen numbers each, in less than 2 MiB. */
    private static final int SLOTS = 1 << 13;

    /** Entries are immutable: a reader sees a whole one or none. */
    private final Entry[] slots = new Entry[SLOTS];

    private record Entry(long bits, String text) {}

    String text(double value, DoubleFunction<String> printer) {
        long bits = Double.doubleToRawLongBits(value);
        int slot = Long.hashCode(bits * 0x9E3779B97F4A7C15L) & SLOTS - 1;
        Entry known = slots[slot];
        if (known != null && known.bits() == bits) {
            return known.text();
        }
        String text = printer.apply(value);
        slots[slot] = new Entry(bits, text);
        return text;
    }
}
