package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorstTest {
    private static final List<VerdictLevel> ASCENDING =
            List.of(VerdictLevel.INCONCLUSIVE, VerdictLevel.PASS, VerdictLevel.WARN, VerdictLevel.FAIL);

    @Test
    void shouldOnlyGetWorseAndKeepWhenItFirstDid() {
        for (VerdictLevel before : ASCENDING) {
            for (VerdictLevel next : ASCENDING) {
                // When
                Worst worst = new Worst(before, 3).and(next, 4);

                // Then
                boolean worse = ASCENDING.indexOf(next) > ASCENDING.indexOf(before);
                assertThat(worst).isEqualTo(worse ? new Worst(next, 4) : new Worst(before, 3));
            }
        }
    }
}
