package io.soakstream.deploy.control;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.sink.PublishReport;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Writes commands to the events topic. */
public final class CommandSender {
    /** A command has no time of the bot's: the run's own last one stands, however far from our clock it is. */
    private static final long NO_TIME = 0;

    private CommandSender() {}

    /**
     * Writes one signed command and waits until the broker has it.
     *
     * @throws io.soakstream.producer.sink.PublishFailedException it was not written
     */
    public static PublishReport send(KafkaAccess access, RunKey run, ControlCommand command) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            return new EventPublisher(
                            producer,
                            new AvroSerdes(access.registry()),
                            access.topics().events())
                    .publish(List.of(event(run, command)));
        }
    }

    private static SoakEvent event(RunKey run, ControlCommand command) {
        SoakEvent event = new SoakEvent();
        event.setBot(run.bot());
        event.setRun(run.run());
        event.setEventTimeMs(NO_TIME);
        event.setControlCommand(command);
        return event;
    }
}
