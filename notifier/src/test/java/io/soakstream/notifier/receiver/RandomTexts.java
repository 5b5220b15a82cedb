package io.soakstream.notifier.receiver;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that nobody would write: markup, control characters, other scripts, halves of characters, 100,000 of the same. */
final class RandomTexts {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "&amp;",
            "<b>",
            "</code>",
            "<!channel>",
            "<@U1>",
            "*",
            "_",
            "`",
            "~",
            "|",
            "\"",
            "'",
            "\\",
            "@here",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u001B[31m",
            "\u202E",
            "\u2066",
            "\u200F",
            "\u2028",
            "\uFEFF",
            "\uD83D",
            "\uDC00",
            "😀",
            "👩‍🚀",
            "🇩🇪",
            "שלום",
            "مرحبا",
            "नमस्ते",
            "漢字",
            "e\u0301",
            "ﷺ",
            "https://x.example/?a=1&b=2",
            " ",
            "a",
            "Z9");
    private static final int MAX_PIECES = 120;
    private static final int HUGE = 100_000;
    private static final int MAX_TEXTS = 12;

    private final Random random;

    RandomTexts(long seed) {
        this.random = new Random(seed);
    }

    List<String> next() {
        return IntStream.range(0, random.nextInt(MAX_TEXTS))
                .mapToObj(index -> text())
                .toList();
    }

    private String text() {
        return switch (random.nextInt(12)) {
            case 0 -> piece().repeat(HUGE / 10);
            case 1, 2 -> points();
            default ->
                IntStream.range(0, random.nextInt(MAX_PIECES))
                        .mapToObj(index -> piece())
                        .collect(Collectors.joining());
        };
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private String points() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(MAX_PIECES))
                .forEach(index -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1)));
        return text.toString();
    }
}
