package io.soakstream.producer.source;

import io.soakstream.producer.domain.IterationGap;
import io.soakstream.producer.domain.IterationRange;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.ArrayList;
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

    /**
     * Some of its iterations, as a run of its own; a note says what that changes.
     *
     * @throws io.soakstream.producer.domain.NoIterationsException there is none of them
     */
    public RecordedSoak only(IterationRange range) {
        if (range.isAll()) {
            return this;
        }
        RunExcerpt.Cut cut = RunExcerpt.of(events, range);
        if (cut.events().stream().allMatch(event -> event.getIterationSummary() == null)) {
            throw new NoIterationsException("there is no iteration from " + range);
        }
        List<String> said = new ArrayList<>(notes);
        said.add("iterations from " + range + " are a run of their own: no total is declared"
                + (cut.beheaded() ? ", and what the bot echoed is left out" : ""));
        List<IterationGap> within = gaps.stream()
                .filter(gap -> !range.isBefore(gap.from()) && !range.isAfter(gap.to()))
                .toList();
        return new RecordedSoak(key, cut.events(), rejections, within, timesSynthesised, kind, header, said);
    }

    /**
     * The same soak, saying by which configuration it was decided: a tuner that has another then knows that the echoes
     * are of other decisions than its own. Only a recording knows that.
     */
    public RecordedSoak namingConfiguration() {
        Optional<String> configuration = header.map(
                        recorded -> recorded.context().configuration())
                .filter(json -> json != null && !json.isBlank());
        if (configuration.isEmpty()) {
            return this;
        }
        List<SoakEvent> named = new ArrayList<>(events);
        named.replaceAll(event -> event.getRunStarted() == null
                ? event
                : SoakEvent.newBuilder(event)
                        .setRunStarted(RunStarted.newBuilder(event.getRunStarted())
                                .setDecidedBy(Sha256.hex(configuration.get()))
                                .build())
                        .build());
        return new RecordedSoak(key, named, rejections, gaps, timesSynthesised, kind, header, notes);
    }
}
