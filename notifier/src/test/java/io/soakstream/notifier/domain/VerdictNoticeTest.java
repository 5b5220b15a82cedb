package io.soakstream.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictNoticeTest {

    @Test
    void shouldWriteThePublishedLine() {
        // Given
        VerdictNotice notice = notice("FAIL", Optional.of("WARN"), Optional.of(0.41), Optional.of(305.0));

        // When
        String line = notice.oneLine();

        // Then
        assertThat(line).isEqualTo("Soak [FAIL] FAIL | risk=0.41 | mt=0.89 | net=3.13 | latency=305ms | guards=2");
    }

    @Test
    void shouldSayWhatIsUnknown() {
        assertThat(notice("INCONCLUSIVE", Optional.empty(), Optional.empty(), Optional.empty())
                        .oneLine())
                .contains("risk=n/a", "latency=n/ams");
    }

    @Test
    void shouldTellTransitionsFromRepetitions() {
        assertThat(notice("PASS", Optional.empty(), Optional.empty(), Optional.empty())
                        .isWorthTelling())
                .isTrue();
        assertThat(notice("PASS", Optional.of("WARN"), Optional.empty(), Optional.empty())
                        .isWorthTelling())
                .isTrue();
        assertThat(notice("PASS", Optional.of("PASS"), Optional.empty(), Optional.empty())
                        .isWorthTelling())
                .isFalse();
    }

    @Test
    void shouldNeverTellOfAReplay() {
        // Given
        VerdictNotice replay = new VerdictNotice(
                "bot",
                "run",
                true,
                7,
                "FAIL",
                Optional.of("PASS"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);

        // Then
        assertThat(replay.isWorthTelling()).isFalse();
    }

    private static VerdictNotice notice(
            String level, Optional<String> previous, Optional<Double> risk, Optional<Double> latency) {
        return new VerdictNotice(
                "bot", "run", false, 7, level, previous, risk, Optional.of(0.89), Optional.of(3.13), latency, 2);
    }
}
