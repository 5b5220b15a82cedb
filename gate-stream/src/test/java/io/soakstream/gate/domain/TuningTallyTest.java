package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTallyTest {

    @Test
    void shouldCountWhatNoEchoHasConfirmed() {
        // When
        TuningTally tally = TuningTally.empty()
                .with(1, applied(true, false))
                .with(2, applied(true, true))
                .with(3, applied(true, false));

        // Then
        assertThat(tally.quality().unconfirmed()).isEqualTo(2);
        assertThat(tally.quality().full()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stuck", "stale_base", "projection_mismatch"})
    void shouldNotExcuseWhatIsNobodysGuard(String reason) {
        assertThat(skipped(reason).quality().failed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "awaiting_confirmation", "final_iteration", "auto_tune_off"})
    void shouldExcuseWhatIsMeantToBe(String reason) {
        assertThat(skipped(reason).quality().justified()).isEqualTo(1);
    }

    @Test
    void shouldExcuseWhatGuardsTookOutOfWhatWasApplied() {
        // Given
        TuningFacts partial =
                new TuningFacts(TuningFacts.APPLIED, Optional.empty(), true, false, true, List.of(), 0, false, false);

        // When
        TuningTally.DeltaQuality quality = TuningTally.empty().with(1, partial).quality();

        // Then
        assertThat(quality).isEqualTo(new TuningTally.DeltaQuality(1, 0, 1, 0, 0, 0));
    }

    @Test
    void shouldCountOutcomesAndTheirReasons() {
        // When
        TuningTally tally = skipped("freeze")
                .with(2, facts("SKIPPED", Optional.of("freeze")))
                .with(3, facts("SKIPPED", Optional.of("velocity")))
                .with(4, facts("APPLIED", Optional.empty()));

        // Then
        assertThat(tally.outcomes())
                .isEqualTo(Map.of("applied", 1L, "skipped", 3L, "skipped:freeze", 2L, "skipped:velocity", 1L));
    }

    @Test
    void shouldNotCountWhatProposesNothing() {
        // Given
        TuningFacts nothing =
                new TuningFacts("NO_OP", Optional.of("no_change"), false, false, false, List.of(), 0, false, false);

        // Then
        assertThat(TuningTally.empty().with(1, nothing).quality())
                .isEqualTo(new TuningTally.DeltaQuality(0, 0, 0, 0, 0, 0));
    }

    @Test
    void shouldCallStuckWhatIsAppliedWithoutAnotherHash() {
        // Given
        TuningFacts same =
                new TuningFacts(TuningFacts.APPLIED, Optional.empty(), true, true, false, List.of(), 0, false, false);

        // When
        TuningTally tally = skipped("freeze").with(2, same).with(3, applied(false, false));

        // Then
        assertThat(tally.quality()).isEqualTo(new TuningTally.DeltaQuality(3, 2, 1, 0, 1, 0));
    }

    @Test
    void shouldGoOnCountingWhatEarlierIterationsBrought() {
        // Given
        TuningTally.DeltaQuality before = new TuningTally.DeltaQuality(10, 4, 3, 2, 1, 5);
        TuningTally tally = new TuningTally(new TreeMap<>(), List.of(), new TreeSet<>(), before, 0);

        // Then
        assertThat(tally.with(11, applied(true, false)).quality())
                .isEqualTo(new TuningTally.DeltaQuality(11, 5, 3, 2, 1, 6));
        assertThat(tally.with(11, facts("SKIPPED", Optional.of("velocity"))).quality())
                .isEqualTo(new TuningTally.DeltaQuality(11, 4, 4, 2, 1, 5));
        assertThat(tally.with(11, facts("SKIPPED", Optional.empty())).quality())
                .isEqualTo(new TuningTally.DeltaQuality(11, 4, 3, 3, 1, 5));
    }

    @Test
    void shouldNotOweAnEchoThatConfirmsWhatWasNeverCounted() {
        assertThat(TuningTally.empty().with(1, applied(false, true)).quality().unconfirmed())
                .isZero();
    }

    @Test
    void shouldRememberTheLatestIterationsThatAppliedSomething() {
        // When
        TuningTally tally = TuningTally.empty();
        for (int i = 1; i <= TuningTally.REMEMBERED + 2; i++) {
            tally = tally.with(i, applied(false, false));
        }
        tally = tally.with(100, facts("SKIPPED", Optional.of("freeze")));

        // Then
        assertThat(tally.appliedIterations())
                .hasSize(TuningTally.REMEMBERED)
                .startsWith(3)
                .endsWith(TuningTally.REMEMBERED + 2);
    }

    @Test
    void shouldKeepTheKnownParametersThatChanged() {
        // When
        TuningTally tally = TuningTally.empty()
                .with(1, changing("APPLIED", "tail_age_ms", "no_parameter"))
                .with(2, changing("APPLIED", "concurrency_limit", "tail_age_ms"))
                .with(3, changing("SKIPPED", "min_interval_ms"));

        // Then
        assertThat(tally.changedKeys()).containsExactly("concurrency_limit", "tail_age_ms");
    }

    @Test
    void shouldRateWhatWasProposed() {
        // Given
        TuningTally.DeltaQuality quality = new TuningTally.DeltaQuality(8, 3, 4, 1, 0, 0);

        // Then
        assertThat(quality.fullApplyRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isEqualByComparingTo("0.375"));
        assertThat(quality.justifiedApplyRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isEqualByComparingTo("0.875"));
        assertThat(TuningTally.empty().quality().fullApplyRatio()).isEmpty();
        assertThat(TuningTally.empty().quality().justifiedApplyRatio()).isEmpty();
    }

    @Test
    void shouldCountNamesThatAreInNoCatalogue() {
        // Given
        TuningFacts strange =
                new TuningFacts("NO_OP", Optional.empty(), false, false, false, List.of(), 2, false, false);

        // Then
        assertThat(TuningTally.empty().with(1, strange).with(2, strange).unknownNames())
                .isEqualTo(4);
    }

    private static TuningTally skipped(String reason) {
        return TuningTally.empty().with(1, facts("SKIPPED", Optional.of(reason)));
    }

    private static TuningFacts facts(String outcome, Optional<String> reason) {
        return new TuningFacts(outcome, reason, true, true, outcome.equals("APPLIED"), List.of(), 0, false, false);
    }

    private static TuningFacts changing(String outcome, String... keys) {
        return new TuningFacts(outcome, Optional.empty(), true, true, true, List.of(keys), 0, false, false);
    }

    private static TuningFacts applied(boolean awaitsEcho, boolean confirmsEarlier) {
        return new TuningFacts(
                TuningFacts.APPLIED, Optional.empty(), true, true, true, List.of(), 0, awaitsEcho, confirmsEarlier);
    }
}
