package io.soakstream.producer.sink;

import io.soakstream.producer.domain.ReplayPace;
import io.soakstream.schemas.contract.SoakEvent;
import java.time.Duration;
import java.util.List;

/** Writes the events of a run at the pace of their event times. */
public final class PacedPublisher {
    private final EventPublisher publisher;
    private final Pause pause;

    /** @param pause how to wait */
    public PacedPublisher(EventPublisher publisher, Pause pause) {
        this.publisher = publisher;
        this.pause = pause;
    }

    /** A wait; tests wait otherwise. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * Writes the events; each is acknowledged before the wait for the next begins.
     *
     * @throws PublishFailedException an event was not acknowledged; at a pace nothing after it was written
     * @throws InterruptedException the wait was ended; the events so far are written
     */
    public PublishReport publish(List<SoakEvent> events, ReplayPace pace) throws InterruptedException {
        if (!pace.waits()) {
            return publisher.publish(events);
        }
        PublishReport report = PublishReport.NOTHING;
        SoakEvent previous = null;
        for (SoakEvent event : events) {
            if (previous != null) {
                pause.of(pace.between(previous.getEventTimeMs(), event.getEventTimeMs()));
            }
            report = report.plus(publisher.publish(List.of(event)));
            previous = event;
        }
        return report;
    }
}
