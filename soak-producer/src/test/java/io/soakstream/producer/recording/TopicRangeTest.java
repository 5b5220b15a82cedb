package io.soakstream.producer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRangeTest {
    @Test
    void shouldReadARange() {
        // When
        TopicRange range = TopicRange.parse("soak.events.v1:3:10-36");

        // Then
        assertThat(range).isEqualTo(new TopicRange("soak.events.v1", 3, 10, 36));
        assertThat(range).hasToString("soak.events.v1:3:10-36");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soak.events.v1", "soak.events.v1:0:1", "t:-1:0-1", "t:0:a-b", "t:0:1-2-3", "a b:0:1-2"})
    void shouldRefuseWhatIsNoRange(String text) {
        assertThatThrownBy(() -> TopicRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected TOPIC:PARTITION:FROM-TO");
    }

    @Test
    void shouldRefuseARangeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> TopicRange.parse("t:0:5-4"))
                .hasMessage("the last offset, 4, lies before the first, 5");
    }
}
