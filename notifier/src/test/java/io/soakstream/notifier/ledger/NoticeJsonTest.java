package io.soakstream.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.RunRules;
import io.soakstream.notifier.domain.RunState;
import io.soakstream.notifier.domain.TellingRules;
import io.soakstream.notifier.domain.Verdicts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {
    @Test
    void shouldReadWhatItWrites() {
        // Given
        Notice notice = Samples.failure().after(List.of(Samples.started()));
        RunState state = new RunRules(TellingRules.defaults(), List.of())
                .on(Optional.empty(), Verdicts.of(1, Level.FAIL), 0)
                .next()
                .orElseThrow();

        // Then
        assertThat(NoticeJson.notice(NoticeJson.write(notice))).isEqualTo(notice);
        assertThat(NoticeJson.runState(NoticeJson.write(state))).isEqualTo(state);
    }

    @Test
    void shouldPassOverWhatANewerVersionAdds() {
        // Given
        String newer = NoticeJson.write(Samples.line()).replaceFirst("\\{", "{\"added\":[1],");

        // Then
        assertThat(NoticeJson.notice(newer)).isEqualTo(Samples.line());
    }

    @Test
    void shouldRefuseWhatIsNoNotice() {
        assertThatThrownBy(() -> NoticeJson.notice("[]")).isInstanceOf(IllegalArgumentException.class);
    }
}
