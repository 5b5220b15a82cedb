package io.soakstream.schemas.runtime;

import io.soakstream.schemas.serde.UndecodableRecordException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bytes that can never be decoded to the dead-letter topic and goes on; stops for anything else.
 *
 * <p>An outage of the registry looks like a bad record to a deserializer and is none: going on would drain the whole
 * topic into the dead letters, as would a flood of bad records: see {@link DeadLetterBreaker}. Not for global tables,
 * for which Kafka 4.3.1 cannot take letters.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetterHandler.class);
    /** For deserializers that are not ours, such as those of keys. */
    private static final String UNNAMED = "undecodable";

    private DeadLetters letters;
    private DeadLetterBreaker breaker;

    @Override
    public void configure(Map<String, ?> config) {
        letters = DeadLetters.configured(config);
        breaker = DeadLetterBreaker.configured(config);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        Optional<String> code = code(new CauseChain(exception));
        if (code.isEmpty()) {
            return Response.fail();
        }
        breaker.count(
                context,
                record.key(),
                code.get() + ": " + new CauseChain(exception).innermost().getMessage());
        LOGGER.atWarn()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("code", code.get())
                .log("record cannot be decoded, sent to the dead letters");
        return Response.resume(List.of(letters.letter(record.key(), record.value(), context, code.get(), exception)));
    }

    /** Why the bytes are bad, or nothing if they may be good. Ours first: broken Avro has an IOException for a cause. */
    private static Optional<String> code(CauseChain chain) {
        Optional<String> ours = chain.find(UndecodableRecordException.class).map(UndecodableRecordException::code);
        if (ours.isPresent() || Outages.isCauseOf(chain)) {
            return ours;
        }
        return chain.find(SerializationException.class).map(bad -> UNNAMED);
    }
}
