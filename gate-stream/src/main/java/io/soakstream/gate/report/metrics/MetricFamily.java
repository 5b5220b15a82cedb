package io.soakstream.gate.report.metrics;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.Locale;

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
    private final StringBuilder text = new StringBuilder();
    private boolean hasSamples;

    private MetricFamily(String name, Type type, String help) {
        this.name = name;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(type.name().toLowerCase(Locale.ROOT))
                .append('\n');
    }

    static MetricFamily gauge(String name, String help) {
        return new MetricFamily(name, Type.GAUGE, help);
    }

    static MetricFamily counter(String name, String help) {
        return new MetricFamily(name, Type.COUNTER, help);
    }

    /** @param labels names and values in turn */
    MetricFamily sample(String value, String... labels) {
        hasSamples = true;
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
        return this;
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
        return hasSamples;
    }

    String text() {
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
