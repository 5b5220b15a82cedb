package io.soakstream.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.report.ci.Verdicts;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnendedRunTest {
    @ParameterizedTest
    @EnumSource(value = VerdictLevel.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void shouldGoByNothingThatWasSaidBeforeTheEnd(VerdictLevel level) {
        // Given
        Verdict early = Verdicts.of(level, "all_goals_met").setFreezeReady(true).build();

        // When
        Verdict seen = UnendedRun.applied(early);

        // Then
        assertThat(seen.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(seen.getFreezeReady()).isFalse();
        assertThat(seen.getReasons()).contains("run_not_ended");
        assertThat(seen.getDigest()).isEqualTo(early.getDigest());
    }

    @ParameterizedTest
    @EnumSource(VerdictLevel.class)
    void shouldLeaveALastVerdictAlone(VerdictLevel level) {
        // Given
        Verdict last = Verdicts.of(level).setLast(true).build();

        // When // Then
        assertThat(UnendedRun.applied(last)).isEqualTo(last);
    }

    @Test
    void shouldDoubtOnlyTheLatestOfEachPolicy() {
        // Given
        Verdict early = Verdicts.of(VerdictLevel.PASS).setId("1").build();
        Verdict latest = Verdicts.of(VerdictLevel.PASS).setId("2").build();
        Verdict last = Verdicts.of(VerdictLevel.PASS)
                .setId("3")
                .setPolicy("smoke")
                .setLast(true)
                .build();

        // When // Then
        assertThat(UnendedRun.all(List.of(early, latest, last)))
                .extracting(Verdict::getVerdict)
                .containsExactly(VerdictLevel.PASS, VerdictLevel.INCONCLUSIVE, VerdictLevel.PASS);
    }
}
