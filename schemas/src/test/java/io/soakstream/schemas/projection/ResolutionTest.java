package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {

    @Test
    void shouldHaveAReasonExactlyForWhatWasNotApplied() {
        assertThat(Resolution.applied().reason()).isEmpty();
        assertThat(Resolution.skipped("velocity").reason()).contains("velocity");
        assertThat(Resolution.noOp("no_data")).isEqualTo(new Resolution(Outcome.NO_OP, Optional.of("no_data")));
        assertThatThrownBy(() -> new Resolution(Outcome.APPLIED, Optional.of("velocity")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("APPLIED");
        assertThatThrownBy(() -> new Resolution(Outcome.NO_OP, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO_OP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freeze",
                "oscillation",
                "velocity",
                "cooldown",
                "no_change",
                "at_bound",
                "no_data",
                "awaiting_confirmation",
                "final_iteration",
                "auto_tune_off"
            })
    void shouldExcuseByAJustifiedReason(String reason) {
        assertThat(OutcomeReason.isJustified(reason)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stuck", "stale_base", "projection_mismatch", "unexplained", "warming_up", "unknown_kind"})
    void shouldNotExcuseByAnyOther(String reason) {
        assertThat(OutcomeReason.isJustified(reason)).isFalse();
    }

    @Test
    void shouldReadWhatARecordingSays() {
        assertThat(recorded(true, true, "freeze")).isEqualTo(Resolution.applied());
        assertThat(recorded(false, true, "cooldown", "oscillation")).isEqualTo(Resolution.skipped("oscillation"));
        assertThat(recorded(false, true, "no_op", "cooldown")).isEqualTo(Resolution.skipped("cooldown"));
        assertThat(recorded(false, true, "no_op")).isEqualTo(Resolution.noOp("no_change"));
        assertThat(recorded(false, false)).isEqualTo(Resolution.noOp("no_change"));
        assertThat(recorded(false, true)).isEqualTo(Resolution.noOp("unexplained"));
        assertThat(recorded(false, true, "something_new")).isEqualTo(Resolution.noOp("unexplained"));
    }

    private static Resolution recorded(boolean applied, boolean proposed, String... skipReasons) {
        return new RecordedOutcome(applied, proposed, List.of(skipReasons)).resolution();
    }
}
