package io.soakstream.producer.source;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.List;

/** Gives events to another run and leaves everything else in them as it is. */
final class EventNames {
    private EventNames() {}

    /**
     * @param events events of one run
     * @param name run that they are given to
     * @param origin run that they replay, unless they say so already; {@code null}: none
     */
    static List<SoakEvent> rename(List<SoakEvent> events, RunKey name, String origin) {
        return events.stream().map(event -> rename(event, name, origin)).toList();
    }

    private static SoakEvent rename(SoakEvent event, RunKey name, String origin) {
        return new SoakEvent(
                name.bot(),
                name.run(),
                event.getOrigin() == null ? origin : event.getOrigin(),
                event.getEventTimeMs(),
                event.getRunStarted(),
                event.getIterationSummary(),
                event.getRunEnded(),
                event.getTick(),
                event.getControlCommand());
    }
}
