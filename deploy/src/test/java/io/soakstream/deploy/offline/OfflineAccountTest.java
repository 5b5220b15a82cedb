package io.soakstream.deploy.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account of recorded soaks, and that it says the same as their verdicts. */
class OfflineAccountTest {
    private final OfflineGate gate = new OfflineGate(GateConfig.defaults());

    @Test
    void shouldChangeNothingInTheJudgement() throws IOException {
        // Given
        OfflineGate.Judged judged = gate.judge(soak("mock24", TuningMode.OWN));

        // When
        RunAccount account = gate.account(soak("mock24", TuningMode.OWN));

        // Then
        assertThat(OfflineGate.Judged.of(account, List.of("release"))).isEqualTo(judged);
        assertThat(account.lasts()).extracting(Verdict::getPolicy).containsExactly("release", "snapshot");
    }

    @Test
    void shouldAccountForARecordedTuningAsItWasRecorded() throws IOException {
        // When
        RunAccount account = gate.account(soak("mock36", TuningMode.RECORDED));

        // Then
        assertThat(account.run().judgedAsRecorded()).isTrue();
        assertThat(account.run().timesSynthesised()).isTrue();
        assertThat(account.run().end()).contains(RunEnd.COMPLETED);
        assertThat(account.iterations()).hasSize(36);
        assertThat(numbers(account, ApplicationOutcome.APPLIED)).containsExactly(1, 3);
        assertThat(numbers(account, ApplicationOutcome.SKIPPED)).containsExactly(4, 5, 6);
        assertThat(numbers(account, ApplicationOutcome.NO_OP)).hasSize(31);
        assertThat(account.iterations().get(3).guards().held()).containsExactly("velocity");
        assertThat(account.iterations().get(3).tuning().recorded().orElseThrow().skip())
                .contains("velocity cap exceeded");
        assertThat(account.overrides().lastGood().orElseThrow().iteration()).isEqualTo(36);
    }

    @Test
    void shouldHandOutWhatTheIterationsSayTheyChanged() throws IOException {
        // When
        RunAccount account = gate.account(soak("scen_high_risk_persistent", TuningMode.OWN));

        // Then
        List<String> hashes = account.iterations().stream()
                .filter(iteration -> iteration.tuning().applied())
                .map(iteration -> iteration.tuning().hashAfter().orElseThrow())
                .toList();
        assertThat(account.overrides().versions().stream().skip(1).map(version -> version.getStateHash()))
                .containsExactlyElementsOf(hashes);
        assertThat(account.overrides().lastGood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mock8",
                "mock24",
                "mock36",
                "mock12_steady_safe",
                "create_test_soak_data_24",
                "scen_aggressive_to_caps",
                "scen_freeze_candidate",
                "scen_latency_sweep",
                "scen_maker_boost",
                "scen_negative_streak"
            })
    void shouldCountProposalsAsTheVerdictDoes(String name) throws IOException {
        // When
        RunAccount account = gate.account(soak(name, TuningMode.OWN));

        // Then
        TuningTally.DeltaQuality ours = DeltaVerification.of(account).quality();
        DeltaQuality verdict = account.lasts().get(0).getDeltaQuality();
        assertThat(List.of(ours.proposed(), ours.full(), ours.justified(), ours.failed(), ours.stuck()))
                .containsExactly(
                        verdict.getProposed(),
                        verdict.getFull(),
                        verdict.getJustified(),
                        verdict.getFailed(),
                        verdict.getStuck());
        assertThat(DeltaVerification.of(account).missing()).isEmpty();
    }

    private static List<Integer> numbers(RunAccount account, ApplicationOutcome outcome) {
        return account.iterations().stream()
                .filter(iteration -> iteration.tuning().outcome() == outcome)
                .map(IterationAccount::iteration)
                .toList();
    }

    private static RecordedSoak soak(String name, TuningMode tuning) throws IOException {
        return new SoakReader()
                .read(
                        Path.of("src/test/resources/recorded", name),
                        ReadOptions.defaults().withTuning(Optional.of(tuning)));
    }
}
