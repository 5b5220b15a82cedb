package io.soakstream.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedLineTest {
    @Test
    void shouldWriteThePublishedLine() {
        assertThat(Verdicts.of(7, Level.FAIL).line().line(Level.FAIL))
                .isEqualTo("Soak [FAIL] FAIL | risk=0.41 | mt=0.89 | net=3.13 | latency=305ms | guards=2");
    }

    @Test
    void shouldSayWhatIsUnknown() {
        assertThat(LineFigures.none().line(Level.INCONCLUSIVE))
                .isEqualTo("Soak [INCONCLUSIVE] INCONCLUSIVE | risk=n/a | mt=n/a | net=n/a | latency=n/ams | guards=0");
    }

    @Test
    void shouldTellFailAndWarnAloneAndNotAgainForOtherNumbers() {
        // Given
        Telling run = new Telling();

        // When
        List<Candidate> lines = run.linesOn(
                Verdicts.of(1, Level.INCONCLUSIVE),
                Verdicts.of(2, Level.FAIL),
                Verdicts.of(3, Level.FAIL),
                Verdicts.of(4, Level.WARN),
                Verdicts.of(5, Level.PASS),
                Verdicts.of(6, Level.FAIL));

        // Then
        assertThat(lines)
                .extracting(candidate -> candidate.notice().iteration())
                .containsExactly(Optional.of(2), Optional.of(4), Optional.of(6));
    }

    @Test
    void shouldTellAgainOfAFailureThatComesBackWithinTheRepeatInterval() {
        // Given
        Telling run = new Telling();

        // When
        List<Candidate> lines =
                run.linesOn(Verdicts.of(1, Level.FAIL), Verdicts.of(2, Level.PASS), Verdicts.of(3, Level.FAIL));

        // Then
        assertThat(lines)
                .extracting(candidate -> candidate.notice().iteration())
                .containsExactly(Optional.of(1), Optional.of(3));
    }

    @Test
    void shouldSayOnceThatALineIsMutedAndTellItAfterwards() {
        // Given
        long nowMs = Verdicts.timeMs(0);
        Telling run = new Telling(new Maintenance(nowMs - 1, nowMs + 1, "venue")).at(nowMs);

        // When
        List<Candidate> muted = run.linesOn(Verdicts.of(1, Level.FAIL), Verdicts.of(2, Level.FAIL));
        List<Candidate> told = run.at(nowMs + 1).linesOn(Verdicts.of(3, Level.FAIL), Verdicts.of(4, Level.FAIL));

        // Then
        assertThat(muted).extracting(Candidate::muted).containsExactly(Optional.of(SkipReason.MAINTENANCE));
        assertThat(told).extracting(Candidate::muted).containsExactly(Optional.empty());
    }
}
