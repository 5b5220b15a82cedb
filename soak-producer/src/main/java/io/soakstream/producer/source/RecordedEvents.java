package io.soakstream.producer.source;

import io.soakstream.producer.domain.IterationGap;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.Recording;
import io.soakstream.producer.recording.RecordingReader;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the events of a recording; they keep their names, times and order. */
final class RecordedEvents {
    private final ReadOptions options;

    RecordedEvents(ReadOptions options) {
        this.options = options;
    }

    RecordedSoak read(Path file) throws IOException {
        Recording recording = new RecordingReader().read(file);
        if (recording.events().isEmpty() && recording.damage().isEmpty()) {
            throw new NoIterationsException("no event in the recording " + file);
        }
        List<Rejection> rejections = new ArrayList<>();
        List<SoakEvent> events = decode(file, recording, rejections);
        recording.damage().ifPresent(damage -> rejections.add(new Rejection(damage.where(), "", damage.message())));
        options.tuning().ifPresent(tuning -> declare(events, tuning));
        return new RecordedSoak(
                recording.header().key(),
                events,
                rejections,
                gaps(events),
                timesSynthesised(events),
                SourceKind.RECORDING,
                Optional.of(recording.header()),
                List.of());
    }

    private static List<SoakEvent> decode(Path file, Recording recording, List<Rejection> rejections) {
        List<SoakEvent> events = new ArrayList<>(recording.events().size());
        try (Deserializer<SoakEvent> values = recording.header().deserializer()) {
            int number = 0;
            for (RecordedEvent event : recording.events()) {
                number++;
                try {
                    events.add(values.deserialize("", event.value().get()));
                } catch (UndecodableRecordException undecodable) {
                    rejections.add(
                            new Rejection(file.getFileName() + " event " + number, "", undecodable.getMessage()));
                }
            }
        }
        return events;
    }

    private static void declare(List<SoakEvent> events, TuningMode tuning) {
        for (RunStarted started : starts(events)) {
            if (tuning == TuningMode.OWN && started.getTuning() == TuningMode.RECORDED) {
                // What the bot echoed are the values of the tuner that decided then.
                started.setMode(RunMode.RECORDED);
            }
            started.setTuning(tuning);
        }
    }

    private static boolean timesSynthesised(List<SoakEvent> events) {
        return starts(events).stream().anyMatch(RunStarted::getTimesSynthesised);
    }

    private static List<RunStarted> starts(List<SoakEvent> events) {
        return events.stream()
                .map(SoakEvent::getRunStarted)
                .filter(started -> started != null)
                .toList();
    }

    private static List<IterationGap> gaps(List<SoakEvent> events) {
        return IterationGap.between(events.stream()
                .filter(event -> event.getIterationSummary() != null)
                .map(event -> event.getIterationSummary().getIteration())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
