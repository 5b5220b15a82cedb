package io.soakstream.producer.sink;

import io.soakstream.schemas.contract.SoakEvent;

/** What a person calls an event. */
final class EventLabel {
    private EventLabel() {}

    static String of(SoakEvent event) {
        return body(event) + " of " + event.getBot() + ":" + event.getRun();
    }

    private static String body(SoakEvent event) {
        if (event.getIterationSummary() != null) {
            return "iteration " + event.getIterationSummary().getIteration();
        }
        if (event.getRunStarted() != null) {
            return "the start";
        }
        if (event.getRunEnded() != null) {
            return "the end";
        }
        if (event.getTick() != null) {
            return "the tick after iteration " + event.getTick().getLastIteration();
        }
        return event.getControlCommand() == null
                ? "an event of an unknown kind"
                : "command " + event.getControlCommand().getId();
    }
}
