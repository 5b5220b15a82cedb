package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void shouldWriteACodeWithItsNumbers() {
        assertThat(Reason.of(Reason.MISSED, "risk_ratio", "median", "0.41", "<=", "0.4")
                        .encoded())
                .isEqualTo("missed:risk_ratio:median:0.41:<=:0.4");
        assertThat(Reason.decode("insufficient_iterations:3:8"))
                .isEqualTo(new Reason("insufficient_iterations", List.of("3", "8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all_goals_met", "stalled:3", "missed:net_bps:mean:2.4:>=:2.5", "newer:"})
    void shouldReadBackWhatItWrote(String encoded) {
        assertThat(Reason.decode(encoded).encoded()).isEqualTo(encoded);
    }
}
