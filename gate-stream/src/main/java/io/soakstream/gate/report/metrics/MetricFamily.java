package io.soakstream.gate.report.metrics;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One metric with its help, its type and its samples, as text. For one thread. */
final class MetricFamily {
    /** What a value can do. */
    enum Type {
        /** Goes up and down. */
        GAUGE,
        /** Counts up over the run. */
        COUNTER
    }

    private static final String UNKNOWN = "NaN";

    private final String name;
    private final Type type;
    private final String help;
    private final List<Sample> samples = new ArrayList<>();

    /** A value with labels, names and values in turn. */
    private record Sample(List<String> labels, String value) {}

    private MetricFamily(String name, Type type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    static MetricFamily gauge(String name, String help) {
        return new MetricFamily(name, Type.GAUGE, help);
    }

    static MetricFamily counter(String name, String help) {
        return new MetricFamily(name, Type.COUNTER, help);
    }

    /** @param labels names and values in turn */
    MetricFamily sample(String value, String... labels) {
        samples.add(new Sample(List.of(labels), value));
        return this;
    }

    /** The samples of another family of the same name, each with more labels in front. */
    MetricFamily addAll(MetricFamily other, String... labels) {
        other.samples.forEach(sample -> samples.add(new Sample(
                Stream.concat(Stream.of(labels), sample.labels().stream()).toList(), sample.value())));
        return this;
    }

    /** One without samples. */
    MetricFamily empty() {
        return new MetricFamily(name, type, help);
    }

    String name() {
        return name;
    }

    MetricFamily sample(long value, String... labels) {
        return sample(Long.toString(value), labels);
    }

    /** In the shortest form that reads back as the same value; a whole number keeps its point, as published. */
    MetricFamily sample(double value, String... labels) {
        String shortest = Decimals.plain(Decimals.shortest(value));
        return sample(shortest.contains(".") ? shortest : shortest + ".0", labels);
    }

    /** With a fixed number of decimals. */
    MetricFamily sample(double value, int scale, String... labels) {
        return sample(Decimals.rounded(value, scale).toPlainString(), labels);
    }

    /** With a fixed number of decimals. */
    MetricFamily sample(BigDecimal value, int scale, String... labels) {
        return sample(value.doubleValue(), scale, labels);
    }

    /** There is no value, which is not the same as zero. */
    MetricFamily unknown(String... labels) {
        return sample(UNKNOWN, labels);
    }

    /** A metric without a sample says nothing: it is left out. */
    boolean hasSamples() {
        return !samples.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(type.name().toLowerCase(Locale.ROOT))
                .append('\n');
        samples.forEach(sample -> line(text, sample));
        return text.toString();
    }

    private void line(StringBuilder text, Sample sample) {
        List<String> labels = sample.labels();
        text.append(name);
        for (int i = 0; i < labels.size(); i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
            text.append(escaped(labels.get(i + 1))).append('"');
        }
        text.append(labels.isEmpty() ? " " : "} ").append(sample.value()).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
