package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is judged by several policies at once. */
class PoliciesInOneRunTest {
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    Path stateDirectory;

    /** Avro's builders refuse our record classes until a first serde has declared them. */
    @BeforeAll
    static void declareRecords() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(RunStarted.class).close();
    }

    @Test
    void shouldJudgeByEveryPolicy() {
        // Given
        DecisionStory story = declared();

        // When
        List<Verdict> made = judged(story(story), "release", "snapshot", "soak-72h", "smoke");

        // Then
        assertThat(made.subList(4 * 7, 4 * 8))
                .extracting(Verdict::getIteration, Verdict::getPolicy, Verdict::getVerdict)
                .containsExactly(
                        tuple(8, "release", VerdictLevel.PASS),
                        tuple(8, "snapshot", VerdictLevel.PASS),
                        tuple(8, "soak-72h", VerdictLevel.PASS),
                        tuple(8, "smoke", VerdictLevel.PASS));
        assertThat(of("snapshot", made))
                .extracting(Verdict::getVerdict)
                .startsWith(VerdictLevel.INCONCLUSIVE)
                .endsWith(VerdictLevel.PASS, VerdictLevel.PASS);
        assertThat(of("smoke", made).subList(1, 3))
                .extracting(Verdict::getVerdict)
                .containsExactly(VerdictLevel.INCONCLUSIVE, VerdictLevel.PASS);
        assertThat(of("soak-72h", made).get(6).getReasons())
                .containsExactly("insufficient_elapsed:252000000:259200000");
        assertThat(made).hasSize(4 * 9);
        assertThat(made.subList(4 * 8, 4 * 9)).allMatch(Verdict::getLast).allMatch(Verdict::getFreezeReady);
    }

    @Test
    void shouldChangeNothingInAChainByOtherPolicies() {
        // When
        List<Verdict> alone = judged(story(declared()), "release");
        List<Verdict> among = of("release", judged(story(declared()), "snapshot", "smoke", "release", "soak-72h"));

        // Then
        assertThat(among).isEqualTo(alone);
        assertThat(among.get(8).getDigest()).hasSize(64);
    }

    @Test
    void shouldWarnOfASnapshotThatHasSeenNoFreeze() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = new ArrayList<>();
        for (int i = 1; i <= DecisionStory.CAPACITY; i++) {
            decisions.add(story.iteration(i));
        }

        // When
        List<Verdict> made = judged(decisions, "snapshot");

        // Then
        Verdict last = made.get(7);
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.WARN);
        assertThat(last.getReasons()).containsExactly("missed:steady_freeze_iterations:count:0:>=:1");
        assertThat(last.getFreezeReady()).isFalse();
    }

    private static DecisionStory declared() {
        return DecisionStory.declared(
                RunStarted.newBuilder().setDeclaredHours(72.0).build());
    }

    /** The start, eight iterations of nine hours and the end. */
    private static List<TuningDecision> story(DecisionStory story) {
        List<TuningDecision> decisions = new ArrayList<>();
        decisions.add(story.started());
        for (int i = 1; i <= DecisionStory.CAPACITY; i++) {
            TuningDecision decision = story.iteration(measured(i), Moves.none());
            decision.setGuards(List.of(new GuardState("steady_freeze", i == 3, i == 3, null, List.of())));
            decisions.add(decision);
        }
        decisions.add(story.ended(null));
        return decisions;
    }

    private static IterationSummary measured(int number) {
        return Events.healthy(number)
                .setTickLatencyP95Ms(142.5)
                .setHitRatio(0.78)
                .setDeadlineMissRate(0.015)
                .setEdgeBpsEma24h(2.6)
                .setWsLagMaxMs(125.0)
                .setElapsedMs(number == 8 ? 72 * HOUR_MS : number * 10 * HOUR_MS)
                .build();
    }

    private List<Verdict> judged(List<TuningDecision> decisions, String... policies) {
        GateConfig config =
                new GateConfig(Stream.of(policies).map(PolicyReader::read).toList());
        try (GateBench gate = new GateBench(stateDirectory, config)) {
            decisions.forEach(gate::decide);
            return gate.verdicts();
        }
    }

    private static List<Verdict> of(String policy, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals(policy))
                .toList();
    }
}
