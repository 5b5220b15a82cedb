package io.soakstream.producer.sidecar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.canonical.StateHash;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in a bot's file of overrides: values that the catalogue knows, under flat names or in sections, and whatever
 * else the bot keeps there. A tunable that the file does not have counts with the catalogue's start value.
 */
final class OverridesDocument {
    private final ParameterCatalogue catalogue;
    private final ObjectNode tree;
    private final SortedMap<String, BigDecimal> values = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private boolean hasSections;

    private OverridesDocument(ParameterCatalogue catalogue, ObjectNode tree) {
        this.catalogue = catalogue;
        this.tree = tree;
        tree.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                entry.getValue()
                        .properties()
                        .forEach(inner -> take(entry.getKey() + "." + inner.getKey(), inner.getValue(), true));
            } else {
                take(entry.getKey(), entry.getValue(), false);
            }
        });
    }

    /** A file that is not there yet. */
    static OverridesDocument empty(ParameterCatalogue catalogue) {
        return new OverridesDocument(catalogue, ExactJson.mapper().createObjectNode());
    }

    /** @throws IllegalArgumentException the bytes are not a JSON object; the message says why */
    static OverridesDocument parse(ParameterCatalogue catalogue, byte[] bytes) {
        return new OverridesDocument(catalogue, ExactJson.object(bytes));
    }

    private void take(String name, JsonNode node, boolean inSection) {
        Optional<Parameter> known = catalogue.find(name);
        if (known.isEmpty()) {
            return;
        }
        hasSections |= inSection;
        if (!node.isNumber()) {
            faults.add(name + ": " + node + " is not a number");
            return;
        }
        BigDecimal value = node.decimalValue();
        try {
            value = known.get().checked(value);
        } catch (InvalidParameterException outOfBounds) {
            faults.add(outOfBounds.getMessage());
        }
        BigDecimal other = values.putIfAbsent(known.get().name(), value);
        if (other != null && other.compareTo(value) != 0) {
            faults.add(name + ": given twice, as " + Decimals.plain(other) + " and " + Decimals.plain(value));
        }
    }

    /** What is wrong with the values, each with its name; empty: nothing. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /**
     * The values as the catalogue allows them.
     *
     * @throws IllegalStateException there are faults
     */
    Overrides overrides() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
        return Overrides.startingFrom(catalogue, values);
    }

    /** The state hash of the values, also of such as are out of bounds: a bot that runs with them must show. */
    String stateHash() {
        return faults.isEmpty() ? overrides().stateHash() : StateHash.of(rawDocument());
    }

    private SortedMap<String, SortedMap<String, BigDecimal>> rawDocument() {
        SortedMap<String, BigDecimal> all =
                new TreeMap<>(Overrides.start(catalogue).values());
        all.putAll(values);
        SortedMap<String, SortedMap<String, BigDecimal>> document = new TreeMap<>();
        all.forEach(
                (name, value) -> document.computeIfAbsent(catalogue.get(name).section(), section -> new TreeMap<>())
                        .put(name, value));
        return document;
    }

    /** Whether the file has these values and no others, none of them only by default. */
    boolean holds(Overrides wanted) {
        return values.keySet().equals(wanted.values().keySet()) && overrides().equals(wanted);
    }

    /**
     * The file with other values: what the catalogue does not know stays as it is, a value stays where it stands, and
     * one that is new goes into its section, or beside the others of a file that has none.
     */
    byte[] with(Overrides wanted) {
        ObjectNode next = tree.deepCopy();
        removeUnwanted(next, wanted);
        wanted.values().forEach((name, value) -> put(next, catalogue.get(name), value));
        return ExactJson.bytes(next);
    }

    private void removeUnwanted(ObjectNode next, Overrides wanted) {
        for (String name : values.keySet()) {
            Parameter parameter = catalogue.get(name);
            if (wanted.value(name).isEmpty()) {
                next.remove(List.of(name, parameter.path()));
                section(next, parameter).ifPresent(section -> section.remove(name));
            }
        }
    }

    private void put(ObjectNode next, Parameter parameter, BigDecimal value) {
        DecimalNode number = DecimalNode.valueOf(new BigDecimal(Decimals.plain(value)));
        boolean placed = replace(next, parameter.name(), number) | replace(next, parameter.path(), number);
        Optional<ObjectNode> section = section(next, parameter);
        placed |= section.isPresent() && replace(section.get(), parameter.name(), number);
        if (!placed) {
            boolean flat = (!values.isEmpty() && !hasSections) || (section.isEmpty() && next.has(parameter.section()));
            ObjectNode home = flat ? next : section.orElseGet(() -> next.putObject(parameter.section()));
            home.set(parameter.name(), number);
        }
    }

    private static boolean replace(ObjectNode home, String name, DecimalNode number) {
        boolean there = home.has(name) && !home.get(name).isObject();
        if (there) {
            home.set(name, number);
        }
        return there;
    }

    private static Optional<ObjectNode> section(ObjectNode root, Parameter parameter) {
        return root.get(parameter.section()) instanceof ObjectNode section ? Optional.of(section) : Optional.empty();
    }

    /** Flat name to plain decimal, as events hold them. */
    Map<String, String> plain() {
        Map<String, String> plain = new TreeMap<>();
        overrides().values().forEach((name, value) -> plain.put(name, Decimals.plain(value)));
        return plain;
    }
}
