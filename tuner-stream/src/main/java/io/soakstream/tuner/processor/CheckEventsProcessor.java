package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.Received;
import io.soakstream.tuner.mapping.EventChecks;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Lets events pass that are usable on their own; sends the others to the dead letters. */
public final class CheckEventsProcessor extends ContextualProcessor<String, Received<SoakEvent>, String, Object> {
    private final EventChecks checks;
    private final String next;
    private final DeadLetterExit deadLetters;

    private CheckEventsProcessor(EventChecks checks, String next, String deadLetters) {
        this.checks = checks;
        this.next = next;
        this.deadLetters = new DeadLetterExit(deadLetters);
    }

    /**
     * @param next node that takes usable events
     * @param deadLetters node that takes the others
     */
    public static ProcessorSupplier<String, Received<SoakEvent>, String, Object> supplier(
            EventChecks checks, String next, String deadLetters) {
        return () -> new CheckEventsProcessor(checks, next, deadLetters);
    }

    @Override
    public void process(Record<String, Received<SoakEvent>> record) {
        Optional<EventChecks.Violation> violation = violation(record);
        if (violation.isPresent()) {
            deadLetters.send(
                    context(), record, violation.get().code(), violation.get().detail());
        } else {
            context().forward(record.withValue(record.value()), next);
        }
    }

    private Optional<EventChecks.Violation> violation(Record<String, Received<SoakEvent>> record) {
        if (record.key() == null) {
            return Optional.of(new EventChecks.Violation("null_key", "the record has no key"));
        }
        if (record.value() == null) {
            return Optional.of(new EventChecks.Violation("null_value", "the record has no value"));
        }
        return checks.firstViolation(record.key(), record.value().value());
    }
}
