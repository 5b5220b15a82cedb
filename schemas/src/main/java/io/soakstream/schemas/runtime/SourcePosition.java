package io.soakstream.schemas.runtime;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record came from, as headers beside the value. Not in the value: after a crash or in a replay the same
 * decision stands at another offset, and its bytes must not change.
 */
public final class SourcePosition {
    public static final String TOPIC = "soak.source.topic";
    public static final String PARTITION = "soak.source.partition";
    public static final String OFFSET = "soak.source.offset";

    private SourcePosition() {}

    public static Headers headers(RecordMetadata source) {
        return new RecordHeaders()
                .add(TOPIC, text(source.topic()))
                .add(PARTITION, text(Integer.toString(source.partition())))
                .add(OFFSET, text(Long.toString(source.offset())));
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
