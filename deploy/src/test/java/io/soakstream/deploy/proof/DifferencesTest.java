package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Schema SCHEMA = SchemaBuilder.record("A").fields().endRecord();
    private static final OutputRecord FIRST = record("a:1", "one", "d1", 1);
    private static final OutputRecord SECOND = record("a:1", "two", "d2", 2);
    private static final OutputRecord OTHER_RUN = record("b:1", "three", "d3", 3);
    private static final List<OutputRecord> EXPECTED = List.of(FIRST, SECOND, OTHER_RUN);

    @Test
    void shouldBeEmptyWhenOnlyTheOrderBetweenRunsDiffers() {
        // When
        Differences differences = between(OTHER_RUN, FIRST, SECOND);

        // Then
        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void shouldTellWhatIsLost() {
        // When
        Differences differences = between(FIRST, OTHER_RUN);

        // Then
        assertThat(differences.lost()).containsExactly("a:1 two");
        assertThat(differences.digests()).containsExactly("a:1");
        assertThat(differences.isEmpty()).isFalse();
    }

    @Test
    void shouldTellWhatCameTwice() {
        // When
        Differences differences = between(FIRST, SECOND, SECOND, OTHER_RUN);

        // Then
        assertThat(differences.duplicated()).containsExactly("a:1 two");
        assertThat(differences.changed()).isEmpty();
        assertThat(differences.isEmpty()).isFalse();
    }

    @Test
    void shouldTellWhatNothingShouldHaveProduced() {
        // When
        Differences differences = between(FIRST, SECOND, OTHER_RUN, record("b:1", "four", "d4", 4));

        // Then
        assertThat(differences.extra()).containsExactly("b:1 four");
        assertThat(differences.isEmpty()).isFalse();
    }

    @Test
    void shouldTellWhenOneByteChanged() {
        // When
        Differences differences = between(FIRST, record("a:1", "two", "d2", 9), OTHER_RUN);

        // Then
        assertThat(differences.changed()).containsExactly("a:1 two");
        assertThat(differences.isEmpty()).isFalse();
    }

    @Test
    void shouldTellWhenTheOrderWithinARunChanged() {
        // When
        Differences differences = between(SECOND, FIRST, OTHER_RUN);

        // Then
        assertThat(differences.reordered()).containsExactly("a:1");
        assertThat(differences.isEmpty()).isFalse();
    }

    private static Differences between(OutputRecord... actual) {
        return Differences.between("verdicts", EXPECTED, List.of(actual));
    }

    private static OutputRecord record(String key, String id, String digest, int value) {
        return new OutputRecord(key, id, digest, SCHEMA, ByteBuffer.wrap(new byte[] {(byte) value}));
    }
}
