package io.soakstream.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void shouldKeepEmojiAndOtherScriptsAndDropWhatSteers() {
        assertThat(CleanText.of("a\u202Eb\u0000c\r\nd 👩‍🚀 שלום")).isEqualTo("abc  d 👩‍🚀 שלום");
    }

    @Test
    void shouldReplaceHalfACharacter() {
        assertThat(CleanText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void shouldCutBetweenCharacters() {
        assertThat(CleanText.of("👍".repeat(100_000))).isEqualTo("👍".repeat(CleanText.MAX_LENGTH) + "…");
    }

    @Property
    void shouldBeOneLineOfLimitedLength(@ForAll String text) {
        // When
        String clean = CleanText.of(text);

        // Then
        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(CleanText.MAX_LENGTH + 1);
        assertThat(clean.chars().noneMatch(Character::isISOControl)).isTrue();
    }
}
