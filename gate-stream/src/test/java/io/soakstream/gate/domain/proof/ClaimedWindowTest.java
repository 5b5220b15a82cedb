package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimedWindowTest {
    private static final Map<String, Double> SAMPLES = Map.of("net_bps", 3.0, "risk_ratio", 0.3);

    @Test
    void shouldEndWithTheIterationThatItIsAbout() {
        assertThat(window(List.of(1, 2), SAMPLES).objection(2)).isEmpty();
        assertThat(window(List.of(1, 2), SAMPLES).objection(1))
                .contains("window.iterations: [1, 2] does not end with iteration 1");
        assertThat(window(List.of(), SAMPLES).objection(1))
                .contains("window.iterations: [] does not end with iteration 1");
    }

    @Test
    void shouldHoldEveryValueOfTheIterationAsTheLatest() {
        assertThat(window(List.of(1), Map.of("net_bps", 3.0, "risk_ratio", 0.2)).objection(1))
                .contains("window.risk_ratio.last: 0.2, but the iteration has 0.3");
        assertThat(window(List.of(1), Map.of("risk_ratio", 0.3)).objection(1))
                .contains("window.net_bps.last: null, but the iteration has 3.0");
    }

    @Test
    void shouldHoldMoreThanTheIterationBrings() {
        assertThat(new ClaimedWindow(List.of(1), SAMPLES, Map.of("net_bps", 3.0)).objection(1))
                .isEmpty();
    }

    @Test
    void shouldCompareZerosAsNumbers() {
        assertThat(new ClaimedWindow(List.of(1), Map.of("net_bps", -0.0), Map.of("net_bps", 0.0)).objection(1))
                .isEmpty();
    }

    private static ClaimedWindow window(List<Integer> iterations, Map<String, Double> latest) {
        return new ClaimedWindow(iterations, latest, SAMPLES);
    }
}
