package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.serde.Received;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out for events that cannot be used: source key and bytes, with the reason in the headers. */
final class DeadLetterExit {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterExit.class);

    private final String node;

    DeadLetterExit(String node) {
        this.node = node;
    }

    void send(
            ProcessorContext<String, Object> context,
            Record<String, Received<SoakEvent>> record,
            String code,
            String detail) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        LOGGER.atWarn()
                .addKeyValue("run", record.key())
                .addKeyValue("code", code)
                .addKeyValue("detail", detail)
                .addKeyValue("offset", source.offset())
                .log("event refused");
        byte[] bytes = record.value() == null ? null : record.value().bytes();
        Record<String, Object> letter = new Record<>(
                record.key(),
                bytes,
                record.timestamp(),
                DeadLetters.headers(
                        record.headers(), code, detail, source.topic(), source.partition(), source.offset()));
        context.forward(letter, node);
    }
}
