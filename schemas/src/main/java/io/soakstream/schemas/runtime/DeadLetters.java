package io.soakstream.schemas.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Makes dead letters: the source bytes as they were, with the headers of KIP-1034 and our own code.
 *
 * <p>A record that was a dead letter before and failed again carries the headers of the latest failure only.
 *
 * @param topic topic that the letters go to
 */
public record DeadLetters(String topic) {
    /** Header with the machine-readable reason. */
    public static final String CODE_HEADER = "soak.error.code";

    // Kafka defines these names in an internal class only.
    static final String EXCEPTION_HEADER = "__streams.errors.exception";

    /** Header with the reason in words. */
    public static final String MESSAGE_HEADER = "__streams.errors.message";

    static final String STACKTRACE_HEADER = "__streams.errors.stacktrace";

    /** Header with the topic that the record came from. */
    public static final String TOPIC_HEADER = "__streams.errors.topic";

    /** Header with its partition there, in decimal. */
    public static final String PARTITION_HEADER = "__streams.errors.partition";

    /** Header with its offset there, in decimal. */
    public static final String OFFSET_HEADER = "__streams.errors.offset";

    /** Header of a letter that was written back to its topic: topic, partition and offset of the letter. */
    public static final String REPLAYED_FROM_HEADER = "soak.replayed.from";

    private static final String FAILURE_PREFIX = "__streams.errors.";

    /** Longest stack trace: a letter must not become larger than a record may be (bytes). */
    static final int MAX_STACKTRACE_BYTES = 4 * 1024;
    /** Longest message, for the same reason (bytes). */
    static final int MAX_MESSAGE_BYTES = 1024;

    /**
     * By Kafka's own key, {@code errors.dead.letter.queue.topic.name}.
     *
     * @throws ConfigException there is no such key
     */
    static DeadLetters configured(Map<String, ?> config) {
        String key = StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG;
        if (!(config.get(key) instanceof String topic) || topic.isBlank()) {
            throw new ConfigException(key, config.get(key), "is needed: without it bad records would be lost");
        }
        return new DeadLetters(topic);
    }

    /**
     * The headers of a letter without exception: for a record that can be read, but that a rule refuses.
     *
     * @param own headers of the record, which stay; {@code null}: none
     * @param code machine-readable reason
     * @param message reason in words, cut after 1 KiB
     * @param topic topic that the record came from
     * @param partition its partition
     * @param offset its offset
     */
    public static Headers headers(Headers own, String code, String message, String topic, int partition, long offset) {
        Headers headers = own == null ? new RecordHeaders() : new RecordHeaders(own);
        put(headers, CODE_HEADER, code);
        put(headers, MESSAGE_HEADER, message, MAX_MESSAGE_BYTES);
        put(headers, TOPIC_HEADER, topic);
        put(headers, PARTITION_HEADER, Integer.toString(partition));
        put(headers, OFFSET_HEADER, Long.toString(offset));
        return headers;
    }

    /** Whether a header was added to the record's own when it became a letter. */
    public static boolean describesAFailure(String header) {
        return header.equals(CODE_HEADER) || header.startsWith(FAILURE_PREFIX);
    }

    /** The letter for a record that failed with an exception; its time is that of the source record. */
    ProducerRecord<byte[], byte[]> letter(
            byte[] key, byte[] value, ErrorHandlerContext context, String code, Exception exception) {
        // A record without a time says -1, which a producer refuses.
        Long timestampMs = context.timestamp() < 0 ? null : Long.valueOf(context.timestamp());
        Headers headers = headers(
                context.headers(),
                code,
                exception.getMessage(),
                context.topic(),
                context.partition(),
                context.offset());
        put(headers, EXCEPTION_HEADER, exception.getClass().getName());
        put(headers, STACKTRACE_HEADER, stackTrace(exception), MAX_STACKTRACE_BYTES);
        return new ProducerRecord<>(topic, null, timestampMs, key, value, headers);
    }

    private static String stackTrace(Exception exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void put(Headers headers, String name, String text) {
        put(headers, name, text, Integer.MAX_VALUE);
    }

    private static void put(Headers headers, String name, String text, int maxBytes) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        put(headers, name, bytes.length <= maxBytes ? bytes : Arrays.copyOf(bytes, maxBytes));
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.remove(name).add(name, value);
    }
}
