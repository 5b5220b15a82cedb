package io.soakstream.deploy.control;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The complete values that a rollback or re-base asks for: a JSON file with flat names or sections. */
public final class TargetValues {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ParameterCatalogue catalogue;
    private final String source;
    private final Map<String, BigDecimal> given = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private TargetValues(ParameterCatalogue catalogue, String source) {
        this.catalogue = catalogue;
        this.source = source;
    }

    /**
     * Reads the file.
     *
     * @return flat name to decimal at the catalogue's scale, sorted by name; every tunable is among them
     * @throws InvalidValuesException the message names the file and all that is missing, unknown or out of bounds
     */
    public static List<ParameterValue> read(ParameterCatalogue catalogue, Path file) {
        try {
            return of(catalogue, file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new InvalidValuesException(file + ": cannot be read", unreadable);
        }
    }

    /**
     * The same of JSON that came another way.
     *
     * @param source what messages call it
     */
    public static List<ParameterValue> of(ParameterCatalogue catalogue, String source, byte[] json) {
        return new TargetValues(catalogue, source).values(json);
    }

    private List<ParameterValue> values(byte[] json) {
        section("", tree(json));
        missing();
        Map<String, BigDecimal> complete = faults.isEmpty() ? complete() : Map.of();
        if (!faults.isEmpty()) {
            throw new InvalidValuesException(source + ": " + String.join("; ", faults));
        }
        return complete.entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), Decimals.plain(value.getValue())))
                .toList();
    }

    private JsonNode tree(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isObject()) {
                throw new InvalidValuesException(source + ": not a JSON object of names and values");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new InvalidValuesException(source + ": not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new InvalidValuesException(source + ": cannot be read", unreadable);
        }
    }

    private void section(String prefix, JsonNode section) {
        section.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode node = entry.getValue();
            if (node.isObject() && prefix.isEmpty()) {
                section(name + ".", node);
            } else if (node.isNumber()) {
                value(name, node.decimalValue());
            } else {
                faults.add(name + ": not a number");
            }
        });
    }

    private void value(String name, BigDecimal value) {
        try {
            catalogue.get(name).checked(value);
            given.put(name, value);
        } catch (InvalidParameterException invalid) {
            faults.add(invalid.getMessage());
        }
    }

    /** A value that is refused is not called missing too: only names that the file does not have at all are. */
    private void missing() {
        List<String> absent = catalogue.tunables().stream()
                .filter(tunable -> !given.containsKey(tunable.name()) && !given.containsKey(tunable.path()))
                .filter(tunable -> faults.stream().noneMatch(fault -> fault.startsWith(tunable.path() + ":")))
                .map(Parameter::path)
                .toList();
        if (!absent.isEmpty()) {
            faults.add("missing: " + String.join(", ", absent));
        }
    }

    /** Also finds a name that stands there twice, flat and in its section. */
    private Map<String, BigDecimal> complete() {
        try {
            return Overrides.startingFrom(catalogue, given).values();
        } catch (InvalidParameterException twice) {
            faults.add(twice.getMessage());
            return Map.of();
        }
    }
}
