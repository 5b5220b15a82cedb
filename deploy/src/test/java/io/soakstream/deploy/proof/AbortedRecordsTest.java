package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.proof.TopicContents.Position;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AbortedRecordsTest {
    private static final TopicPartition PARTITION = new TopicPartition("verdicts", 0);

    @Test
    void shouldCountUpToTheMarkerWhenTheRecordsWereGivenToNobody() {
        // Given
        AbortedRecords records = new AbortedRecords(positions(0, 1, 2, 3, 5), positions(0, 5), positions(1));

        // When
        int aborted = records.of(startingAt(1));

        // Then
        assertThat(aborted).isEqualTo(3);
    }

    @Test
    void shouldStopWhereAnotherLeftTransactionBegins() {
        // Given
        AbortedRecords records = new AbortedRecords(positions(1, 2, 3), positions(), positions(1, 3));

        // When
        int aborted = records.of(startingAt(1));

        // Then
        assertThat(aborted).isEqualTo(2);
    }

    @Test
    void shouldCountNothingWhenAReaderWasGivenTheFirstRecord() {
        // Given
        AbortedRecords records = new AbortedRecords(positions(1, 2), positions(1), positions(1));

        // When
        int aborted = records.of(startingAt(1));

        // Then
        assertThat(aborted).isZero();
    }

    @Test
    void shouldCountNothingWhenTheLogDoesNotHoldTheFirstRecord() {
        // Given
        AbortedRecords records = new AbortedRecords(positions(2), positions(), positions(1));

        // When
        int aborted = records.of(startingAt(1));

        // Then
        assertThat(aborted).isZero();
    }

    private static OpenTransaction startingAt(long offset) {
        return new OpenTransaction("gate-1", 7, 0, 100, Map.of(PARTITION, offset));
    }

    private static Set<Position> positions(long... offsets) {
        return Arrays.stream(offsets)
                .mapToObj(offset -> new Position(PARTITION, offset))
                .collect(Collectors.toSet());
    }
}
