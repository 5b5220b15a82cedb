package io.soakstream.gate.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One example of the earlier system's behaviour: what it is given, and what has to come of it. */
public record Vector(String id, JsonNode input, JsonNode expected) {

    /** All that are about the gate. */
    public static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>(in("/vectors/gate.json"));
        vectors.addAll(in("/vectors/checks.json"));
        return vectors;
    }

    private static List<Vector> in(String resource) {
        try (InputStream file = Vector.class.getResourceAsStream(resource)) {
            List<Vector> vectors = new ArrayList<>();
            new ObjectMapper()
                    .readTree(file)
                    .forEach(node ->
                            vectors.add(new Vector(node.get("id").asText(), node.get("input"), node.get("expected"))));
            return vectors;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    public static Vector of(String id) {
        return all().stream()
                .filter(vector -> vector.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + ": no such vector"));
    }

    /** A list of numbers, in order. */
    public List<Double> samples() {
        List<Double> samples = new ArrayList<>();
        input.forEach(number -> samples.add(number.doubleValue()));
        return samples;
    }

    @Override
    public String toString() {
        return id;
    }
}
