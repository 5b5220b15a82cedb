package io.soakstream.gate.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunPhaseTest {
    /** Four iterations of warm-up and two on the way back: values change after 5 and after 6. */
    @Test
    void shouldTellWarmUpFromRampDown() {
        assertThat(phases(List.of(5, 6), 7)).isEqualTo("WARMUP WARMUP WARMUP WARMUP RAMPDOWN RAMPDOWN STEADY");
    }

    @Test
    void shouldKnowAPlanWithoutARampDown() {
        assertThat(phases(List.of(2), 3)).isEqualTo("WARMUP WARMUP STEADY");
    }

    @Test
    void shouldBeSteadyWithoutAPlan() {
        assertThat(phases(List.of(), 2)).isEqualTo("STEADY STEADY");
    }

    private static String phases(List<Integer> steps, int iterations) {
        return String.join(
                " ",
                IntStream.rangeClosed(1, iterations)
                        .mapToObj(iteration -> RunPhase.of(iteration, steps).name())
                        .toList());
    }
}
