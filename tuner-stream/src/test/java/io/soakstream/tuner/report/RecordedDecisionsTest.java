package io.soakstream.tuner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.DomainRun;
import io.soakstream.tuner.domain.RunEvents;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded soak with the decisions that an independent implementation of the rules made of it. */
class RecordedDecisionsTest {
    private static final Path DECISIONS = Path.of("src/test/resources/decisions");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> soaks() throws IOException {
        try (Stream<Path> directories = Files.list(DECISIONS)) {
            return directories.map(directory -> directory.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("soaks")
    void shouldDecideAsTheIndependentImplementation(String soak) throws IOException {
        // Given
        Path directory = DECISIONS.resolve(soak);
        DomainRun run = new DomainRun(TunerConfig.defaults());
        run.send(RunEvents.started(
                startValues(JSON.readTree(directory.resolve("start.json").toFile()))));
        List<JsonNode> expected = lines(directory.resolve("expected-decisions.jsonl"));

        // When
        List<JsonNode> decided = lines(directory.resolve("iterations.jsonl")).stream()
                .map(line ->
                        run.decide(RunEvents.iteration(line.get("iteration").intValue(), kpis(line.get("summary")))))
                .map(decision -> read(DecisionJson.line(decision)))
                .toList();

        // Then
        assertThat(decided).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(decided.get(i)).as("iteration %s", i + 1).isEqualTo(expected.get(i));
        }
    }

    private static Map<Kpi, Double> kpis(JsonNode summary) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            JsonNode value = summary.path(kpi.field());
            if (value.isNumber()) {
                kpis.put(kpi, value.doubleValue());
            }
        }
        return kpis;
    }

    /** Flat and nested names; the same value under both is one. */
    private static Map<String, BigDecimal> startValues(JsonNode file) {
        Map<String, BigDecimal> values = new TreeMap<>();
        file.fields().forEachRemaining(entry -> {
            if (entry.getValue().isObject()) {
                values.putAll(startValues(entry.getValue()));
            } else {
                values.put(entry.getKey(), new BigDecimal(entry.getValue().asText()));
            }
        });
        return values;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(RecordedDecisionsTest::read)
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }
}
