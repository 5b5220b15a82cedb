package io.soakstream.tuner.vector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.provider.Arguments;

/** One example of the earlier system's behaviour: what it is given, and what has to come of it. Numbers are exact. */
public record Vector(String id, JsonNode input, JsonNode expected) {
    // Exact, trailing zeros and all: 0.10 is what was written.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** All that are about the tuner. */
    public static List<Vector> all() {
        try (InputStream file = Vector.class.getResourceAsStream("/vectors/tuner.json")) {
            List<Vector> vectors = new ArrayList<>();
            JSON.readTree(file)
                    .forEach(node ->
                            vectors.add(new Vector(node.get("id").asText(), node.get("input"), node.get("expected"))));
            return vectors;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("vectors/tuner.json", unreadable);
        }
    }

    public static Vector of(String id) {
        return all().stream()
                .filter(vector -> vector.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + ": no such vector"));
    }

    /** Name to number; a null is left out. */
    public static Map<String, BigDecimal> decimals(JsonNode object) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        object.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber()) {
                decimals.put(field.getKey(), field.getValue().decimalValue());
            }
        });
        return decimals;
    }

    Arguments arguments() {
        return Arguments.of(this);
    }

    @Override
    public String toString() {
        return id;
    }
}
