package io.soakstream.gate.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.golden.Drift.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds a document against another one that is known to be right.
 *
 * <p>JSON has one type of number, so 3 and 3.0 are the same. Two whole numbers that are written as such are counts,
 * times or names: they are the same only if they are equal. NaN is the same as NaN, and an infinity as itself.
 */
public final class GoldenComparison {
    /** Digits of a number that are shown after the point. */
    private static final int DECIMALS = 9;

    private final Tolerance tolerance;
    private final List<Drift> drifts = new ArrayList<>();

    private GoldenComparison(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Every drift, in the order of the document: of an object first the keys that one side lacks, then the others by
     * name.
     *
     * @param root name of the place at which both begin
     */
    public static List<Drift> of(String root, JsonNode baseline, JsonNode actual, Tolerance tolerance) {
        GoldenComparison comparison = new GoldenComparison(tolerance);
        comparison.compare(root, baseline, actual);
        return List.copyOf(comparison.drifts);
    }

    private void compare(String path, JsonNode baseline, JsonNode actual) {
        if (baseline.getNodeType() != actual.getNodeType()) {
            add(path, Kind.TYPE, type(baseline) + " against " + type(actual));
            return;
        }
        switch (baseline.getNodeType()) {
            case OBJECT -> objects(path, baseline, actual);
            case ARRAY -> arrays(path, baseline, actual);
            case NUMBER -> numbers(path, baseline, actual);
            default -> values(path, baseline, actual);
        }
    }

    private void objects(String path, JsonNode baseline, JsonNode actual) {
        Set<String> expected = names(baseline);
        Set<String> found = names(actual);
        keys(path, Kind.MISSING_KEYS, expected, found);
        keys(path, Kind.EXTRA_KEYS, found, expected);
        expected.stream()
                .filter(found::contains)
                .forEach(name -> compare(path + "." + name, baseline.get(name), actual.get(name)));
    }

    private void keys(String path, Kind kind, Set<String> of, Set<String> without) {
        String names = of.stream().filter(name -> !without.contains(name)).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            add(path, kind, names);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Elements of lists of different lengths are not compared: nobody knows which belong together. */
    private void arrays(String path, JsonNode baseline, JsonNode actual) {
        if (baseline.size() != actual.size()) {
            add(path, Kind.LENGTH, baseline.size() + " against " + actual.size());
            return;
        }
        for (int i = 0; i < baseline.size(); i++) {
            compare(path + "[" + i + "]", baseline.get(i), actual.get(i));
        }
    }

    private void numbers(String path, JsonNode baseline, JsonNode actual) {
        if (!isFinite(baseline) || !isFinite(actual)) {
            if (Double.compare(baseline.doubleValue(), actual.doubleValue()) != 0) {
                add(path, Kind.NUMBER, baseline.asText() + " against " + actual.asText());
            }
            return;
        }
        BigDecimal expected = baseline.decimalValue();
        BigDecimal found = actual.decimalValue();
        boolean whole = baseline.isIntegralNumber() && actual.isIntegralNumber();
        if (whole && expected.compareTo(found) != 0) {
            add(path, Kind.VALUE, baseline.asText() + " against " + actual.asText());
        } else if (!whole && !tolerance.covers(expected, found)) {
            add(path, Kind.NUMBER, drift(expected, found));
        }
    }

    private static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || number.isBigDecimal() || Double.isFinite(number.doubleValue());
    }

    private static String drift(BigDecimal baseline, BigDecimal actual) {
        String both = shown(baseline) + " against " + shown(actual);
        return Tolerance.isComputable(baseline) && Tolerance.isComputable(actual)
                ? both + ", apart by " + shown(actual.subtract(baseline).abs())
                : both;
    }

    /** Nine digits after the point, and all of them where that would show nothing. */
    private static String shown(BigDecimal number) {
        if (!Tolerance.isComputable(number)) {
            return number.toString();
        }
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 && number.signum() != 0 ? number.toString() : rounded.toPlainString();
    }

    private void values(String path, JsonNode baseline, JsonNode actual) {
        if (!baseline.equals(actual)) {
            add(path, Kind.VALUE, baseline + " against " + actual);
        }
    }

    private void add(String path, Kind kind, String message) {
        drifts.add(new Drift(path, kind, message));
    }

    private static String type(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
