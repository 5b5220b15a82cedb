package io.soakstream.gate.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.report.ci.Verdicts;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final List<String> POLICIES = List.of("a", "b");

    @Test
    void shouldShowTheVerdictsSideBySideAndWhereTheyFirstDiffer() {
        // Given
        Timeline timeline = Timeline.of(
                POLICIES,
                List.of(
                        verdict("a", 1, VerdictLevel.INCONCLUSIVE),
                        verdict("b", 1, VerdictLevel.INCONCLUSIVE),
                        verdict("a", 2, VerdictLevel.PASS),
                        verdict("b", 2, VerdictLevel.WARN, "missed:risk_ratio:median:12:<=:10"),
                        verdict("a", 3, VerdictLevel.PASS),
                        verdict("b", 3, VerdictLevel.WARN, "missed:risk_ratio:median:12:<=:10")));

        // When
        String text = WhatIfText.render(timeline);

        // Then
        assertThat(text).startsWith("""
                          iterations     a              b
                          1              INCONCLUSIVE   INCONCLUSIVE
                          2 to 3         PASS           WARN

                          first difference at iteration 2 (2 of 3 verdicts differ)
                            a: PASS,\s
                            b: WARN, risk median is 12, must be <= 10
                        """);
        assertThat(WhatIfJson.render(timeline)).contains("\"first_difference\":{\"iteration\":2,");
    }

    @Test
    void shouldSayThatPoliciesNeverDiffer() {
        // Given
        Timeline timeline =
                Timeline.of(POLICIES, List.of(verdict("a", 1, VerdictLevel.PASS), verdict("b", 1, VerdictLevel.PASS)));

        // When // Then
        assertThat(timeline.firstDifference()).isEmpty();
        assertThat(WhatIfText.render(timeline)).contains("the policies never differ");
    }

    @Test
    void shouldTellWhatTheVerdictWouldBe() {
        // Given
        Verdict verdict = Verdicts.of(VerdictLevel.WARN, "missed:risk_ratio:median:12:<=:10")
                .setResults(List.of(
                        Verdicts.result("hard_met", 9.0, "hard", KpiStatus.OK),
                        Verdicts.result("soft_missed", 12.0, "soft", KpiStatus.FAILED),
                        Verdicts.result("soft_met", 8.0, "soft", KpiStatus.OK),
                        Verdicts.result("told", 99.0, "report", KpiStatus.FAILED)))
                .build();

        // When // Then
        assertThat(Flip.of(verdict))
                .extracting(flip -> flip.then().orElseThrow())
                .containsExactly(VerdictLevel.FAIL, VerdictLevel.PASS, VerdictLevel.WARN, VerdictLevel.WARN);
    }

    @Test
    void shouldNotGuessWhereTheVerdictRestsOnMore() {
        // Given
        Verdict verdict = Verdicts.of(VerdictLevel.INCONCLUSIVE, "stalled:3")
                .setResults(List.of(Verdicts.result("met", 9.0, "hard", KpiStatus.OK)))
                .build();

        // When // Then
        assertThat(Flip.of(verdict)).extracting(Flip::then).containsExactly(Optional.empty());
    }

    /** A run that is too short for a PASS does not pass by one goal more. */
    @Test
    void shouldNotPromiseAPassToARunThatIsTooShort() {
        // Given
        Verdict verdict = Verdicts.of(VerdictLevel.FAIL, "missed:risk_ratio:median:12:<=:10")
                .setMissing(List.of("missed:risk_ratio:median:12:<=:10", "insufficient_iterations:4:8"))
                .setResults(List.of(Verdicts.result("missed", 12.0, "hard", KpiStatus.FAILED)))
                .build();

        // When // Then
        assertThat(Flip.of(verdict)).extracting(Flip::then).containsExactly(Optional.empty());
    }

    private static Verdict verdict(String policy, int iteration, VerdictLevel level, String... reasons) {
        return Verdicts.of(level, reasons)
                .setPolicy(policy)
                .setSequence(iteration)
                .setIteration(iteration)
                .build();
    }
}
