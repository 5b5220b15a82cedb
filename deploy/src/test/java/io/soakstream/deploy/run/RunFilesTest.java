package io.soakstream.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private static final ProposedDelta WIDER =
            new ProposedDelta("base_spread_bps_delta", "FALLBACK", "0.05", "0.02", "0.07", null);
    private static final ProposedDelta SLOWER =
            new ProposedDelta("min_interval_ms", "FALLBACK", "60", "20", "80", "max");

    @TempDir
    private Path latest;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    @Test
    void shouldWriteIterationsThatCanBeJudgedAsARecordedSoak() throws IOException {
        // Given
        write(List.of(
                decision(1, Outcome.APPLIED, null, List.of(WIDER, SLOWER), List.of()),
                decision(2, Outcome.SKIPPED, "velocity", List.of(WIDER), List.of("velocity")),
                decision(3, Outcome.NO_OP, "no_change", List.of(), List.of())));

        // When
        RecordedSoak soak = new SoakReader().read(latest, ReadOptions.defaults().withName(new RunKey("mm", "again")));

        // Then
        assertThat(soak.rejections()).isEmpty();
        assertThat(tuning(soak, 1).getApplied()).isTrue();
        assertThat(tuning(soak, 1).getChangedKeys()).containsExactly("base_spread_bps_delta", "min_interval_ms");
        assertThat(tuning(soak, 1).getRules()).containsExactly("FALLBACK");
        assertThat(tuning(soak, 2).getApplied()).isFalse();
        assertThat(tuning(soak, 2).getSkipReasons()).containsExactly("velocity");
        assertThat(tuning(soak, 3).getSkipReasons()).containsExactly("no_op");
        assertThat(tuning(soak, 3).getSkipNote()).isEqualTo("no_change");
        assertThat(new OfflineGate(GateConfig.defaults(), recorded -> TunerConfig.defaults())
                        .judge(soak)
                        .last())
                .isPresent();
    }

    @Test
    void shouldLeaveOutOfTheChangedKeysWhatAGuardTookOut() throws IOException {
        // Given
        TuningDecision decision = decision(1, Outcome.APPLIED, null, List.of(WIDER, SLOWER), List.of());
        decision.setDropped(List.of(new DroppedDelta("min_interval_ms", List.of("freeze", "cooldown"))));

        // When
        write(List.of(decision));

        // Then
        JsonNode entry = report().get("iterations").get(0);
        assertThat(entry.get("changed_keys").toString()).isEqualTo("[\"base_spread_bps_delta\"]");
        assertThat(entry.get("cooldown_active").asBoolean()).isTrue();
        assertThat(entry.get("proposed_deltas").get("min_interval_ms").decimalValue())
                .isEqualByComparingTo("20");
    }

    @Test
    void shouldReportEveryIterationOnceAndCount() throws IOException {
        // When
        write(List.of(
                decision(1, Outcome.APPLIED, null, List.of(WIDER), List.of()),
                decision(2, Outcome.SKIPPED, "velocity", List.of(WIDER), List.of("velocity")),
                decision(3, Outcome.NO_OP, "no_change", List.of(), List.of())));

        // Then
        assertThat(report().get("iterations")).hasSize(3);
        JsonNode skip = report().get("iterations").get(1).get("skip_reason");
        assertThat(skip.get("velocity").asBoolean()).isTrue();
        assertThat(skip.get("note").asText()).isEqualTo("velocity");
        assertThat(report().get("iterations").get(0).get("skip_reason").asText())
                .isEmpty();
        assertThat(report().get("summary").toString())
                .isEqualTo("{\"applied\":1,\"blocked_oscillation\":0,\"blocked_velocity\":1,\"cooldown_skips\":0,"
                        + "\"count\":3}");
    }

    private void write(List<TuningDecision> decisions) throws IOException {
        Verdict verdict = Verdict.newBuilder().setVerdict(VerdictLevel.WARN).build();
        try (RunDirectory directory = RunDirectory.shared(latest)) {
            RunFiles files = new RunFiles(directory);
            for (TuningDecision decision : decisions) {
                files.iteration(decision, verdict);
            }
            files.finish();
        }
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(latest.resolve("TUNING_REPORT.json").toFile());
    }

    private static RecordedTuning tuning(RecordedSoak soak, int iteration) {
        return soak.events().get(iteration).getIterationSummary().getRecordedTuning();
    }

    private static TuningDecision decision(
            int iteration, Outcome outcome, String reason, List<ProposedDelta> proposed, List<String> guards) {
        return TuningDecision.newBuilder()
                .setEventTimeMs(1_760_270_400_000L + iteration * 300_000L)
                .setIterationSummary(IterationSummary.newBuilder()
                        .setIteration(iteration)
                        .setNetBps(-1.0)
                        .setRiskRatio(0.3)
                        .build())
                .setProposed(proposed)
                .setDropped(
                        guards.isEmpty()
                                ? List.of()
                                : proposed.stream()
                                        .map(delta -> new DroppedDelta(delta.getParameter(), guards))
                                        .toList())
                .setRules(proposed.isEmpty() ? List.of() : List.of("FALLBACK"))
                .setOutcome(outcome)
                .setReason(reason)
                .setResultHash("a".repeat(64))
                .build();
    }
}
