package io.soakstream.producer.source;

import io.soakstream.producer.domain.IterationGap;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.List;
import java.util.Optional;

/**
 * A soak as it was read.
 *
 * @param key run that the events belong to
 * @param events the run's events in their order; empty if nothing could be taken
 * @param rejections what could not be taken, in the order of the source
 * @param gaps iterations missing between others
 * @param timesSynthesised whether the event times are made up
 * @param kind what it was read from
 * @param header header of the recording, if it is one
 * @param notes what else must be known about how it came to be, a sentence each
 */
public record RecordedSoak(
        RunKey key,
        List<SoakEvent> events,
        List<Rejection> rejections,
        List<IterationGap> gaps,
        boolean timesSynthesised,
        SourceKind kind,
        Optional<RecordingHeader> header,
        List<String> notes) {

    public RecordedSoak {
        events = List.copyOf(events);
        rejections = List.copyOf(rejections);
        gaps = List.copyOf(gaps);
        notes = List.copyOf(notes);
    }

    /** How many of the events are iterations (count). */
    public int iterations() {
        return (int) events.stream()
                .filter(event -> event.getIterationSummary() != null)
                .count();
    }

    /**
     * The same soak as another run. A recording under another name says which run it replays, so that its commands are
     * checked against that one; under its own name, and for iteration files, nothing is added.
     */
    public RecordedSoak as(RunKey name) {
        if (name.equals(key)) {
            return this;
        }
        String origin = kind == SourceKind.RECORDING ? key.text() : null;
        return new RecordedSoak(
                name, EventNames.rename(events, name, origin), rejections, gaps, timesSynthesised, kind, header, notes);
    }
}
