package io.soakstream.producer.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** JSON texts that are broken at random: some stay as they are, most lose, gain or change some bytes. */
public record BrokenJson(List<String> texts) {
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "NaN",
            "-1",
            "1e999",
            "\"\"",
            "[]",
            "{}",
            "0",
            "true",
            "\u0000",
            "\\ud800",
            "9".repeat(70),
            "[[[[",
            "}",
            ",",
            "\"iteration\":",
            "1.0000000000000000000000001",
            "\"\\u0000\"");
    private static final int MAX_CHANGES = 3;

    /** The bytes of one of the texts after at most three changes. */
    public byte[] next(Random random) {
        String text = texts.get(random.nextInt(texts.size()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(MAX_CHANGES + 1); changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, at, at, fragment(random));
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), fragment(random));
            default -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
        };
    }

    private static byte[] fragment(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
