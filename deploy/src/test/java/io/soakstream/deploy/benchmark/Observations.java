package io.soakstream.deploy.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What one part of the benchmark found: row, metric, one value per repeat. Prints as a table of Markdown. */
final class Observations {
    private static final double MICROS_PER_MS = 1_000;

    private final String part;
    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final Set<String> metrics = new LinkedHashSet<>();

    Observations(String part) {
        this.part = part;
    }

    void add(String row, String metric, double value) {
        metrics.add(metric);
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>())
                .computeIfAbsent(metric, name -> new ArrayList<>())
                .add(value);
    }

    /**
     * How latencies are spread: how many there are, some percentiles, the largest.
     *
     * @param counted what there is one latency of
     * @param micros latencies (us)
     * @param percentiles which of them (%)
     */
    void addLatencies(String row, String counted, Histogram micros, int... percentiles) {
        add(row, counted, micros.getTotalCount());
        for (int percentile : percentiles) {
            add(row, "p" + percentile + " (ms)", micros.getValueAtPercentile(percentile) / MICROS_PER_MS);
        }
        add(row, "max (ms)", micros.getMaxValue() / MICROS_PER_MS);
    }

    /** One line per row, one column per metric; the median, and minimum to maximum where there are several. */
    String table() {
        StringBuilder table = new StringBuilder("\n### " + part + "\n\n| |");
        metrics.forEach(metric -> table.append(' ').append(metric).append(" |"));
        table.append("\n|---|").append("---:|".repeat(metrics.size())).append('\n');
        rows.forEach((row, values) -> table.append(metrics.stream()
                .map(metric -> cell(values.getOrDefault(metric, List.of())))
                .collect(Collectors.joining(" | ", "| " + row + " | ", " |\n"))));
        return table.toString();
    }

    private static String cell(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "";
        }
        String median = number(median(sorted));
        return sorted.size() == 1
                ? median
                : median + " (" + number(sorted.get(0)) + "-" + number(sorted.get(sorted.size() - 1)) + ")";
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        String format = value >= 1000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Appends every value: part, row, metric, repeat, value. */
    void appendTo(Path csv) throws IOException {
        StringBuilder lines = new StringBuilder();
        rows.forEach((row, values) -> values.forEach((metric, repeats) -> {
            for (int i = 0; i < repeats.size(); i++) {
                lines.append(String.format(
                        Locale.ROOT, "\"%s\",\"%s\",\"%s\",%d,%s%n", part, row, metric, i + 1, repeats.get(i)));
            }
        }));
        Files.writeString(csv, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
