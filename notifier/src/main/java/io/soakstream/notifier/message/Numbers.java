package io.soakstream.notifier.message;

import io.soakstream.schemas.canonical.Decimals;

/** Numbers as people read them. */
final class Numbers {
    private static final int PLACES = 3;

    private Numbers() {}

    static String shown(double value) {
        return Double.isFinite(value) ? Decimals.plain(Decimals.rounded(value, PLACES)) : "n/a";
    }

    static String signed(double value) {
        String text = shown(value);
        return value > 0 ? "+" + text : text;
    }
}
