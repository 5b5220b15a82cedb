package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.Ending.End;
import io.soakstream.schemas.projection.Confirmation.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    @ParameterizedTest(name = "{0} of a run that is {1} and {2}: {3}")
    @CsvSource({
        "PASS, COMPLETED, CONFIRMED, PASS",
        "PASS, COMPLETED, UNVERIFIED, PASS",
        "PASS, COMPLETED, OFF_POLICY, PASS",
        "PASS, COMPLETED, PENDING, WARN",
        "PASS, COMPLETED, DRIFTED, WARN",
        "PASS, COMPLETED, STUCK, FAIL",
        "WARN, COMPLETED, PENDING, WARN",
        "FAIL, COMPLETED, PENDING, FAIL",
        "INCONCLUSIVE, COMPLETED, PENDING, INCONCLUSIVE",
        "INCONCLUSIVE, COMPLETED, STUCK, FAIL",
        "WARN, ABORTED, CONFIRMED, INCONCLUSIVE",
        "PASS, EXPIRED, CONFIRMED, INCONCLUSIVE",
        "FAIL, EXPIRED, CONFIRMED, FAIL",
        "PASS, ABORTED, PENDING, INCONCLUSIVE",
        "PASS, ABORTED, STUCK, FAIL"
    })
    void shouldBeSeenInTheLastVerdict(VerdictLevel level, End end, State state, VerdictLevel last) {
        // When
        Judgement judgement = new Ending(end, Optional.of(state)).applied(judgement(level));

        // Then
        boolean clean = end == End.COMPLETED
                && List.of(State.CONFIRMED, State.UNVERIFIED, State.OFF_POLICY).contains(state);
        assertThat(judgement.level()).isEqualTo(last);
        assertThat(judgement.freezeReady()).isEqualTo(clean && level == VerdictLevel.PASS);
    }

    @Test
    void shouldAddItsReasonsToThoseOfTheVerdict() {
        // Given
        Ending stuck = new Ending(End.ABORTED, Optional.of(State.STUCK));

        // Then
        assertThat(JudgeTest.codes(stuck.applied(judgement(VerdictLevel.WARN)).reasons()))
                .containsExactly("nodata:x", "run_ended:aborted", "unconfirmed:stuck");
        assertThat(JudgeTest.codes(stuck.applied(judgement(VerdictLevel.PASS)).reasons()))
                .containsExactly("run_ended:aborted", "unconfirmed:stuck");
        assertThat(JudgeTest.codes(stuck.applied(judgement(VerdictLevel.PASS)).missing()))
                .containsExactly("run_ended:aborted", "unconfirmed:stuck");
    }

    @Test
    void shouldLeaveAVerdictAloneWhereNothingIsKnownOfTheBot() {
        // Given
        Judgement judgement = judgement(VerdictLevel.PASS);

        // Then
        assertThat(new Ending(End.COMPLETED, Optional.empty()).applied(judgement))
                .isEqualTo(judgement);
    }

    private static Judgement judgement(VerdictLevel level) {
        List<Reason> against = List.of(Reason.of(Reason.NODATA, "x"));
        return level == VerdictLevel.PASS
                ? new Judgement(level, List.of(), List.of(Reason.of(Reason.ALL_GOALS_MET)), List.of())
                : new Judgement(level, List.of(), against, against);
    }
}
