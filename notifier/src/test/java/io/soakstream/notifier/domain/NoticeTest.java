package io.soakstream.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {
    @Test
    void shouldNotGrowWithoutEndWhileNothingCanBeTold() {
        // Given
        Notice notice = Samples.started();

        // When
        for (int outage = 0; outage < 1_000; outage++) {
            notice = Samples.failure().after(List.of(notice));
        }

        // Then
        assertThat(notice.earlier()).hasSize(Notice.MAX_EARLIER + 1).startsWith(Notice.MORE);
        assertThat(notice.earlier()).last().isEqualTo(Samples.failure().gist());
        assertThat(notice.after(List.of()).earlier()).isEqualTo(notice.earlier());
    }

    @Test
    void shouldTellAllThatCameBeforeWhileItIsFew() {
        assertThat(Samples.failure()
                        .after(List.of(Samples.started(), Samples.recovery()))
                        .earlier())
                .containsExactly(Samples.started().gist(), Samples.recovery().gist());
    }
}
