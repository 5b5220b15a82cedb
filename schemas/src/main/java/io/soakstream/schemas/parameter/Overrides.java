package io.soakstream.schemas.parameter;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.canonical.StateHash;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values that a bot runs with: flat name to value at the catalogue's scale. Immutable. */
public final class Overrides {
    private final ParameterCatalogue catalogue;
    private final SortedMap<String, BigDecimal> values;

    private Overrides(ParameterCatalogue catalogue, SortedMap<String, BigDecimal> values) {
        this.catalogue = catalogue;
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** The catalogue's start values: every tunable, nothing else. */
    public static Overrides start(ParameterCatalogue catalogue) {
        return startingFrom(catalogue, Map.of());
    }

    /**
     * Given values over the catalogue's start values.
     *
     * @param given flat name or path to value
     * @throws InvalidParameterException an unknown name, a value outside its bounds, or two values for one parameter
     */
    public static Overrides startingFrom(ParameterCatalogue catalogue, Map<String, BigDecimal> given) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        new TreeMap<>(given).forEach((name, value) -> {
            Parameter parameter = catalogue.get(name);
            BigDecimal checked = parameter.checked(value);
            BigDecimal other = values.put(parameter.name(), checked);
            if (other != null && other.compareTo(checked) != 0) {
                throw new InvalidParameterException(parameter.path() + ": given twice, as " + Decimals.plain(other)
                        + " and " + Decimals.plain(checked));
            }
        });
        catalogue
                .tunables()
                .forEach(tunable ->
                        values.putIfAbsent(tunable.name(), tunable.start().orElseThrow()));
        return new Overrides(catalogue, values);
    }

    /** Flat name to value, sorted by name. */
    public SortedMap<String, BigDecimal> values() {
        return values;
    }

    public Optional<BigDecimal> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These values with deltas added, each result rounded and kept inside its bounds. */
    public Overrides plus(Map<String, BigDecimal> deltas) {
        SortedMap<String, BigDecimal> next = new TreeMap<>(values);
        deltas.forEach((name, delta) -> {
            Parameter parameter = catalogue.get(name);
            BigDecimal current = value(name)
                    .orElseThrow(() ->
                            new InvalidParameterException(parameter.path() + ": not set, so nothing can be added"));
            next.put(parameter.name(), parameter.add(current, delta).value());
        });
        return new Overrides(catalogue, next);
    }

    /** The document that the bot's file has: section to name to number, both sorted. */
    public SortedMap<String, SortedMap<String, BigDecimal>> document() {
        SortedMap<String, SortedMap<String, BigDecimal>> document = new TreeMap<>();
        values.forEach(
                (name, value) -> document.computeIfAbsent(catalogue.get(name).section(), section -> new TreeMap<>())
                        .put(name, value));
        return document;
    }

    /** Hash of every value that is set. */
    public String stateHash() {
        return StateHash.of(document());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Overrides that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return document().toString();
    }
}
