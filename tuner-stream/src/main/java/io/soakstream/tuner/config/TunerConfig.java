package io.soakstream.tuner.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.tuner.domain.AdmissionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The decision configuration: everything that can change a decision, and nothing else.
 *
 * @param windowLength iterations in the KPI window (count), 1 to 1,000
 * @param admission what an event may look like to be believed
 */
public record TunerConfig(int windowLength, AdmissionLimits admission) {
    /** Longest window: it is kept, and its statistics computed, with every event (count). */
    public static final int MAX_WINDOW = 1000;

    public TunerConfig {
        if (windowLength < 1 || windowLength > MAX_WINDOW) {
            throw new IllegalArgumentException("window_length: " + windowLength + " is outside 1.." + MAX_WINDOW);
        }
    }

    public static TunerConfig defaults() {
        return new TunerConfig(8, AdmissionLimits.defaults());
    }

    /**
     * Reads {@link #canonicalJson} back, as it stands in a recording.
     *
     * @throws IllegalArgumentException it is not a decision configuration; the message names the key
     */
    public static TunerConfig parse(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            JsonNode limits = root.path("admission");
            return new TunerConfig(
                    (int) number(root, "window_length"),
                    new AdmissionLimits(
                            (int) number(limits, "max_iteration_jump"),
                            Duration.ofMillis(number(limits, "max_time_jump_ms")),
                            (int) number(limits, "max_first_iteration"),
                            Instant.ofEpochMilli(number(limits, "earliest_ms")),
                            Instant.ofEpochMilli(number(limits, "latest_ms")),
                            (int) number(limits, "remembered_iterations")));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("decision configuration: not JSON", broken);
        }
    }

    private static long number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("decision configuration: " + key + " is missing or no whole number");
        }
        return value.longValue();
    }

    public TunerConfig withWindowLength(int length) {
        return new TunerConfig(length, admission);
    }

    /** Canonical JSON of the configuration, as recordings carry it. */
    public String canonicalJson() {
        Map<String, Object> limits = new TreeMap<>();
        limits.put("max_iteration_jump", admission.maxIterationJump());
        limits.put("max_time_jump_ms", admission.maxTimeJump().toMillis());
        limits.put("max_first_iteration", admission.maxFirstIteration());
        limits.put("earliest_ms", admission.earliest().toEpochMilli());
        limits.put("latest_ms", admission.latest().toEpochMilli());
        limits.put("remembered_iterations", admission.rememberedIterations());
        return CanonicalJson.write(Map.of("window_length", windowLength, "admission", limits));
    }

    /** Hex SHA-256 of {@link #canonicalJson}: what a run is pinned to. */
    public String digest() {
        return Sha256.hex(canonicalJson());
    }
}
