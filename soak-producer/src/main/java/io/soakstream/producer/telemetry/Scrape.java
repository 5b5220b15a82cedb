package io.soakstream.producer.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a metrics endpoint said at one time. */
public final class Scrape {
    private final List<Sample> samples;

    private Scrape(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /**
     * Reads Prometheus' text format (0.0.4).
     *
     * @throws MalformedMetricsException a line is none of it
     */
    public static Scrape parse(String text) {
        List<Sample> samples = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
                samples.add(new ExpositionLine(stripped, number).sample());
            }
        }
        return new Scrape(samples);
    }

    /** The value of the only series of a name with these labels; empty: there is none, or several. */
    public OptionalDouble value(String name, Map<String, String> labels) {
        double[] values = of(name, labels).mapToDouble(Sample::value).toArray();
        return values.length == 1 ? OptionalDouble.of(values[0]) : OptionalDouble.empty();
    }

    /** Sum of all series of a name; empty: there is none, or one that is not a finite number. */
    OptionalDouble sum(String name) {
        double[] values = of(name, Map.of()).mapToDouble(Sample::value).toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 || !Double.isFinite(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** The value of a name; empty: there is no series of it, several, or one that is not a finite number. */
    OptionalDouble only(String name) {
        double[] values = of(name, Map.of()).mapToDouble(Sample::value).toArray();
        return values.length != 1 || !Double.isFinite(values[0])
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[0]);
    }

    /** Cumulative counts of a histogram by their upper bounds, over all series with the labels. */
    SortedMap<Double, Double> buckets(String name, Map<String, String> labels) {
        SortedMap<Double, Double> buckets = new TreeMap<>();
        of(name + "_bucket", labels)
                .filter(sample -> sample.labels().containsKey("le") && Double.isFinite(sample.value()))
                .forEach(sample -> buckets.merge(bound(sample.labels().get("le")), sample.value(), Double::sum));
        return buckets;
    }

    private static double bound(String le) {
        try {
            return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
        } catch (NumberFormatException unreadable) {
            throw new MalformedMetricsException("le: \"" + le + "\" is not a number");
        }
    }

    private Stream<Sample> of(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()));
    }
}
