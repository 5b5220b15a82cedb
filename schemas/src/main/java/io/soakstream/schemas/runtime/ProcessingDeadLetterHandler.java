package io.soakstream.schemas.runtime;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records that a processor fails on to the dead-letter topic and goes on; stops where the record is not to blame:
 * outages, failures of Kafka itself, errors of the JVM, and punctuations, which have no record.
 *
 * <p>What the processor wrote to its stores before it failed stays written, so processors decide first and write last.
 */
public final class ProcessingDeadLetterHandler implements ProcessingExceptionHandler {
    public static final String CODE = "processing_failed";

    private static final Logger LOGGER = LoggerFactory.getLogger(ProcessingDeadLetterHandler.class);

    private DeadLetters letters;
    private DeadLetterBreaker breaker;

    @Override
    public void configure(Map<String, ?> config) {
        letters = DeadLetters.configured(config);
        breaker = DeadLetterBreaker.configured(config);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (context.topic() == null || !isBlamedOnTheRecord(new CauseChain(exception))) {
            return Response.fail();
        }
        breaker.count(context, context.sourceRawKey(), CODE + ": " + exception);
        LOGGER.atError()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("node", context.processorNodeId())
                .setCause(exception)
                .log("record cannot be processed, sent to the dead letters");
        return Response.resume(
                List.of(letters.letter(context.sourceRawKey(), context.sourceRawValue(), context, CODE, exception)));
    }

    private static boolean isBlamedOnTheRecord(CauseChain chain) {
        return !Outages.isCauseOf(chain)
                && chain.stream().noneMatch(link -> link instanceof Error || isFailureOfKafka(link));
    }

    private static boolean isFailureOfKafka(Throwable link) {
        return link instanceof KafkaException && !(link instanceof SerializationException);
    }
}
