package io.soakstream.schemas.runtime;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

public final class DeadLetters {
    private DeadLetters() {}

    public static Headers headers(String code, String message, String topic, int partition, long offset) {
        RecordHeaders h = new RecordHeaders();
        h.add("soak.error.code", code.getBytes(StandardCharsets.UTF_8));
        h.add("__streams.errors.message", message.getBytes(StandardCharsets.UTF_8));
        return h;
    }
}
