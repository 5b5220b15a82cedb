package io.soakstream.deploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.report.document.Soak72h;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of the long soak against those that were published. */
class Soak72hTest {
    private static final Path PUBLISHED = Path.of("src/test/resources/published/soak72_mock");
    private static final Instant BEGIN = Instant.parse("2025-10-12T12:00:00Z");
    private static final Duration LENGTH = Duration.ofHours(72);

    @Test
    void shouldWriteThePublishedFiles() throws IOException {
        // When
        Soak72h soak = judged(measured());

        // Then
        ObjectNode metrics = (ObjectNode) new ObjectMapper().readTree(soak.metricsJson());
        ObjectNode published = published("soak_metrics.json");
        assertThat(metrics.remove("runtime").toString())
                .isEqualTo("{\"utc\":\"2025-10-15T12:00:00Z\",\"version\":\"0.1.0\"}");
        published.remove("runtime");
        assertThat(metrics).isEqualTo(published);
        assertThat(new ObjectMapper().readTree(soak.gatesJson())).isEqualTo(published("gates_summary.json"));
        assertThat(soak.resultsMarkdown())
                .contains(
                        "**Verdict:** PASS", "**Duration:** 72 h", "| latency_p95 | <= 150 | 142.5000 | hard | PASS |")
                .contains("Every hard gate is met.");
    }

    /** The earlier runner measured nothing and wrote zeros, of which some pass. */
    @Test
    void shouldFailOnZeros() {
        // When
        Soak72h soak = judged(IterationSummary.newBuilder()
                .setIteration(1)
                .setTickLatencyP50Ms(0.0)
                .setTickLatencyP95Ms(0.0)
                .setHitRatio(0.0)
                .setDeadlineMissRate(0.0)
                .setEdgeBpsEma1h(0.0)
                .setEdgeBpsEma24h(0.0)
                .setMakerTakerRatio(0.0)
                .setWsLagMaxMs(0.0)
                .setElapsedMs(LENGTH.toMillis())
                .build());

        // Then
        assertThat(soak.resultsMarkdown())
                .contains("**Verdict:** FAIL", "Hard gates that are not met: hit_ratio, edge_bps.");
    }

    @Test
    void shouldNotPassWhatWasNotMeasured() throws IOException {
        // Given
        IterationSummary summary = measured();
        summary.setHitRatio(null);

        // When
        Soak72h soak = judged(summary);

        // Then
        JsonNode gates = new ObjectMapper().readTree(soak.gatesJson());
        assertThat(gates.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(gates.get("gates").get("hit_ratio").get("actual").isNull()).isTrue();
        assertThat(gates.get("gates").get("hit_ratio").get("pass").asBoolean()).isFalse();
        assertThat(soak.resultsMarkdown()).contains("| hit_ratio | >= 0.7 | not measured | hard | FAIL |");
    }

    private static IterationSummary measured() {
        return IterationSummary.newBuilder()
                .setIteration(1)
                .setTickLatencyP50Ms(85.2)
                .setTickLatencyP95Ms(142.5)
                .setHitRatio(0.78)
                .setDeadlineMissRate(0.015)
                .setEdgeBpsEma1h(2.8)
                .setEdgeBpsEma24h(2.6)
                .setMakerTakerRatio(0.92)
                .setWsLagMaxMs(125.0)
                .setElapsedMs(LENGTH.toMillis())
                .build();
    }

    private static Soak72h judged(IterationSummary summary) {
        GateConfig policy = new GateConfig(List.of(PolicyReader.read(Soak72h.POLICY)));
        try (OfflinePipeline pipeline = new OfflinePipeline(TunerConfig.defaults(), policy)) {
            List<Verdict> verdicts = pipeline.run(List.of(
                            event(BEGIN)
                                    .setRunStarted(RunStarted.newBuilder()
                                            .setDeclaredHours(72.0)
                                            .build())
                                    .build(),
                            event(BEGIN.plus(LENGTH))
                                    .setIterationSummary(summary)
                                    .build(),
                            event(BEGIN.plus(LENGTH))
                                    .setRunEnded(RunEnded.newBuilder().build())
                                    .build()))
                    .verdicts();
            return new Soak72h(verdicts.get(verdicts.size() - 1), summary, BEGIN.plus(LENGTH), "0.1.0");
        }
    }

    private static SoakEvent.Builder event(Instant time) {
        return SoakEvent.newBuilder().setBot("mm").setRun("long").setEventTimeMs(time.toEpochMilli());
    }

    private static ObjectNode published(String name) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(PUBLISHED.resolve(name).toFile());
    }
}
