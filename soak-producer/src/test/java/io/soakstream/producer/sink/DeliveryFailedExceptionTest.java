package io.soakstream.producer.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryFailedExceptionTest {
    static List<Exception> whatMayPass() {
        return List.of(
                new TimeoutException("away"),
                new TopicAuthorizationException("soak.events.v1"),
                new SaslAuthenticationException("expired"),
                new KafkaException("the producer is in a fatal state"),
                new IllegalStateException("the producer is closed"));
    }

    static List<Exception> whatCanNeverBeAccepted() {
        return List.of(
                new RecordTooLargeException("2000000 bytes"),
                new SerializationException("no such field"),
                new InvalidRecordException("no key"),
                new IllegalArgumentException("timestamp"));
    }

    @ParameterizedTest
    @MethodSource("whatMayPass")
    void shouldNotTakeWhatMayPassAsFinal(Exception cause) {
        // When
        DeliveryFailedException failed = new DeliveryFailedException("iteration 1 was not delivered", cause);

        // Then
        assertThat(failed.isFinal()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("whatCanNeverBeAccepted")
    void shouldTakeWhatCanNeverBeAcceptedAsFinal(Exception cause) {
        // When
        DeliveryFailedException failed = new DeliveryFailedException("iteration 1 was not delivered", cause);

        // Then
        assertThat(failed.isFinal()).isTrue();
    }
}
