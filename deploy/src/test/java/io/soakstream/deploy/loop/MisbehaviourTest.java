package io.soakstream.deploy.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.producer.loop.misbehaviour.Misbehaviour;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MisbehaviourTest {
    private static final long SEED = 7;

    private final OfflineLoop.Result obedient = Soaks.tuned(SEED, Regime.CALM);

    private static OfflineLoop.Result with(Misbehaviour misbehaviour) {
        return Soaks.tuned(SEED, Regime.CALM, misbehaviour::around);
    }

    private static Set<String> reasons(OfflineLoop.Result result) {
        return result.applications().stream()
                .map(DeltaApplication::getReason)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Test
    void shouldPassAndBeConfirmedWithoutAny() {
        assertThat(obedient.last().getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(obedient.last().getVerification()).isEqualTo(Verification.CONFIRMED);
        assertThat(obedient.refusals()).isEmpty();
    }

    @Test
    void shouldEndStuckAndFailWhenTheBotIgnoresItsOverrides() {
        // When
        OfflineLoop.Result ignoring = with(Misbehaviour.IGNORES);

        // Then
        assertThat(ignoring.last().getVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(ignoring.last().getVerification()).isEqualTo(Verification.STUCK);
        assertThat(reasons(ignoring)).contains("stuck");
    }

    @Test
    void shouldEndStuckWhenTheBotAppliesHalf() {
        // When
        OfflineLoop.Result half = with(Misbehaviour.HALVES);

        // Then
        assertThat(half.last().getVerification()).isEqualTo(Verification.STUCK);
        assertThat(half.last().getVerdict()).isEqualTo(VerdictLevel.FAIL);
    }

    @Test
    void shouldOnlyWaitLongerWhenTheBotChangesInTheMiddle() {
        // When
        OfflineLoop.Result mixing = with(Misbehaviour.MIXES);

        // Then
        assertThat(mixing.events().stream()
                        .map(SoakEvent::getIterationSummary)
                        .filter(Objects::nonNull)
                        .filter(IterationSummary::getMixed))
                .isNotEmpty();
        assertThat(reasons(mixing)).contains("awaiting_confirmation").doesNotContain("stuck", "stale_base");
        assertThat(mixing.last().getVerdict()).isEqualTo(VerdictLevel.PASS);
    }

    @Test
    void shouldGoOnAfterAStall() {
        // When
        OfflineLoop.Result stalling = with(Misbehaviour.STALLS);

        // Then
        assertThat(stalling.verdicts()).hasSize(Soaks.ITERATIONS * 3 / 4 + 1);
        assertThat(stalling.refusals()).isEmpty();
    }

    @Test
    void shouldDecideAsIfNothingWereRepeated() {
        // When
        OfflineLoop.Result repeating = with(Misbehaviour.REPEATS);

        // Then
        assertThat(repeating.events()).hasSizeGreaterThan(obedient.events().size());
        assertThat(digest(repeating)).isEqualTo(digest(obedient));
    }

    @Test
    void shouldRefuseWhatComesAfterTheNext() {
        // When
        OfflineLoop.Result reordering = with(Misbehaviour.REORDERS);

        // Then
        assertThat(reordering.verdicts()).hasSize(Soaks.ITERATIONS - Soaks.ITERATIONS / 7 + 1);
        assertThat(reordering.refusals())
                .hasSize(Soaks.ITERATIONS / 7)
                .allMatch(refusal -> refusal.contains("late_iteration"));
    }

    @Test
    void shouldDecideAsIfNonsenseHadNeverBeenSent() {
        // When
        OfflineLoop.Result nonsense = with(Misbehaviour.NONSENSE);

        // Then
        assertThat(nonsense.refusals())
                .hasSize(Soaks.ITERATIONS / 2)
                .anyMatch(refusal -> refusal.contains("risk_ratio"))
                .anyMatch(refusal -> refusal.contains("unknown_parameter"))
                .anyMatch(refusal -> refusal.startsWith("bytes: "));
        assertThat(digest(nonsense)).isEqualTo(digest(obedient));
    }

    private static String digest(OfflineLoop.Result result) {
        Verdict last = result.last();
        return last.getDigest();
    }
}
