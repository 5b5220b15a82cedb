package io.soakstream.gate.readiness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A readiness score as it is published: names sorted, no spaces, points with a decimal point. */
public final class ReadinessDocument {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ReadinessDocument() {}

    /** One line of JSON with its line feed. */
    public static String json(ReadinessScore score, Stamp stamp) {
        Map<String, Double> sections = new TreeMap<>();
        score.sections().forEach((section, points) -> sections.put(section.word(), points.doubleValue()));
        return write(Map.of(
                "runtime", Map.of("utc", stamp.utc(), "version", stamp.version()),
                "score", score.score().doubleValue(),
                "sections", sections,
                "verdict", score.verdict().name()));
    }

    /** A table for people. */
    public static String markdown(ReadinessScore score) {
        StringBuilder out = new StringBuilder("READINESS SCORE\n\n");
        out.append(String.format(Locale.ROOT, "Result: %s  Score: %.6f\n\n", score.verdict(), score.score()));
        out.append("| section | score |\n|---------|-------|\n");
        score.sections()
                .forEach((section, points) ->
                        out.append(String.format(Locale.ROOT, "| %s | %.6f |\n", section.word(), points)));
        return out.toString();
    }

    static String write(Map<String, Object> tree) {
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        }
    }
}
