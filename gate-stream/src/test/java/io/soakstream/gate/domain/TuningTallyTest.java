package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
                new TuningFacts(TuningFacts.APPLIED, Optional.empty(), true, false, true, List.of(), false, false);

        // When
        TuningTally.DeltaQuality quality = TuningTally.empty().with(1, partial).quality();

        // Then
        assertThat(quality).isEqualTo(new TuningTally.DeltaQuality(1, 0, 1, 0, 0, 0));
    }

    private static TuningTally skipped(String reason) {
        return TuningTally.empty()
                .with(1, new TuningFacts("SKIPPED", Optional.of(reason), true, true, false, List.of(), false, false));
    }

    private static TuningFacts applied(boolean awaitsEcho, boolean confirmsEarlier) {
        return new TuningFacts(
                TuningFacts.APPLIED, Optional.empty(), true, true, true, List.of(), awaitsEcho, confirmsEarlier);
    }
}
