package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.schemas.projection.Confirmation.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateRuleTest {
    private static final DeltaQuality NOTHING_PROPOSED = new DeltaQuality(0, 0, 0, 0, 0, 0);

    @ParameterizedTest(name = "{0}: {1} full, {2} justified of {3}, {4} stuck: {5}")
    @CsvSource({
        "NORMAL, 5, 4, 10, 1, PASS",
        "NORMAL, 8, 0, 10, 0, PASS",
        "NORMAL, 8, 0, 10, 1, FAIL",
        "NORMAL, 899, 0, 1000, 1, FAIL",
        "NORMAL, 4, 3, 10, 0, FAIL",
        "NORMAL, 0, 799, 1000, 0, FAIL",
        "STRICT, 19, 0, 20, 1, PASS",
        "STRICT, 94, 0, 100, 0, FAIL"
    })
    void shouldAskThatProposalsWereAppliedOrExcused(
            GateRule rule, long full, long justified, long proposed, long stuck, VerdictLevel level) {
        // Given
        DeltaQuality quality = new DeltaQuality(proposed, full, justified, proposed - full - justified, stuck, 0);

        // When
        GateRule.Ruling ruling = rule.rule(VerdictLevel.PASS, new GateRule.Run(true, quality, false, State.UNVERIFIED));

        // Then
        assertThat(ruling.level()).isEqualTo(level);
        assertThat(ruling.reasons().isEmpty()).isEqualTo(level == VerdictLevel.PASS);
    }

    @Test
    void shouldSayByHowMuchTheProposalsFellShort() {
        // When
        GateRule.Ruling ruling = GateRule.NORMAL.rule(
                VerdictLevel.WARN, run(true, new DeltaQuality(10, 4, 3, 3, 2, 0), false, State.UNVERIFIED));

        // Then
        assertThat(ruling.level()).isEqualTo(VerdictLevel.FAIL);
        assertThat(JudgeTest.codes(ruling.reasons())).containsExactly("delta_quality:0.7:0.9:2");
    }

    @ParameterizedTest
    @CsvSource({"FAIL", "INCONCLUSIVE"})
    void shouldNotMakeAnythingBetterButNameAllReasons(VerdictLevel level) {
        // When
        GateRule.Ruling ruling =
                GateRule.STRICT.rule(level, run(false, new DeltaQuality(10, 4, 3, 3, 0, 0), true, State.STUCK));

        // Then
        assertThat(ruling.level()).isEqualTo(level);
        assertThat(JudgeTest.codes(ruling.reasons())).containsExactly("delta_quality:0.7:0.95:0", "unconfirmed:stuck");
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, PASS, true, PASS",
        "NORMAL, WARN, false, WARN",
        "STRICT, PASS, true, PASS",
        "STRICT, PASS, false, FAIL",
        "STRICT, WARN, false, FAIL"
    })
    void shouldPassNothingButAReadyPassStrictly(GateRule rule, VerdictLevel level, boolean ready, VerdictLevel ruled) {
        assertThat(rule.rule(level, run(ready, NOTHING_PROPOSED, false, State.UNVERIFIED))
                        .level())
                .isEqualTo(ruled);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, UNVERIFIED, PASS",
        "NORMAL, PENDING, PASS",
        "STRICT, CONFIRMED, PASS",
        "STRICT, UNVERIFIED, INCONCLUSIVE",
        "STRICT, PENDING, INCONCLUSIVE",
        "STRICT, DRIFTED, INCONCLUSIVE",
        "STRICT, OFF_POLICY, INCONCLUSIVE"
    })
    void shouldAskALiveBotToConfirmStrictly(GateRule rule, State state, VerdictLevel ruled) {
        assertThat(rule.rule(VerdictLevel.PASS, run(true, NOTHING_PROPOSED, true, state))
                        .level())
                .isEqualTo(ruled);
    }

    @Test
    void shouldLeaveOpenStrictlyWhatIsOnlyAWarningBecauseItEndsUnconfirmed() {
        // When
        GateRule.Ruling ruling =
                GateRule.STRICT.rule(VerdictLevel.WARN, run(false, NOTHING_PROPOSED, true, State.PENDING));

        // Then
        assertThat(ruling.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(JudgeTest.codes(ruling.reasons())).containsExactly("unconfirmed:pending", "strict");
    }

    @Test
    void shouldFailStrictlyWhatFailsAnyway() {
        // Given
        GateRule.Run run = run(true, new DeltaQuality(10, 1, 1, 8, 0, 0), true, State.UNVERIFIED);

        // Then
        assertThat(GateRule.STRICT.rule(VerdictLevel.PASS, run).level()).isEqualTo(VerdictLevel.FAIL);
    }

    private static GateRule.Run run(boolean ready, DeltaQuality quality, boolean closedLoop, State state) {
        return new GateRule.Run(ready, quality, closedLoop, state);
    }
}
