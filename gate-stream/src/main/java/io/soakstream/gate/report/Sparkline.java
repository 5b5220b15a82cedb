package io.soakstream.gate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A series in one line of ASCII, low to high: space {@code - = + #}. A constant series is all {@code -}, fewer than two
 * values are spaces, and a value that is missing is a {@code ?}. At most 40 characters: longer series are sampled at
 * {@code trunc(i * n / width)}.
 */
public final class Sparkline {
    private static final String LEVELS = " -=+#";
    private static final int HIGHEST = LEVELS.length() - 1;
    private static final char CONSTANT = '-';
    private static final char MISSING = '?';
    private static final int MAX_WIDTH = 40;

    private Sparkline() {}

    public static String of(List<Optional<Double>> series) {
        double[] known = series.stream()
                .flatMap(Optional::stream)
                .mapToDouble(value -> value)
                .toArray();
        int width = Math.min(series.size(), MAX_WIDTH);
        if (known.length < 2) {
            return " ".repeat(width);
        }
        double least = Arrays.stream(known).min().orElseThrow();
        double most = Arrays.stream(known).max().orElseThrow();
        StringBuilder line = new StringBuilder(width);
        for (Optional<Double> value : sampled(series, width)) {
            line.append(value.map(number -> level(number, least, most)).orElse(MISSING));
        }
        return line.toString();
    }

    private static List<Optional<Double>> sampled(List<Optional<Double>> series, int width) {
        List<Optional<Double>> samples = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            samples.add(series.get((int) ((long) i * series.size() / width)));
        }
        return samples;
    }

    private static char level(double value, double least, double most) {
        return least == most ? CONSTANT : LEVELS.charAt((int) ((value - least) / (most - least) * HIGHEST));
    }
}
