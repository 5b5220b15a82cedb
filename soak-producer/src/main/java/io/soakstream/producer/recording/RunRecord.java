package io.soakstream.producer.recording;

import java.util.List;

/**
 * A run as it is on the events topic.
 *
 * @param header header of its recording
 * @param events its events in log order
 * @param warnings what a reader of the recording should know: the run has not ended, records were left out
 */
public record RunRecord(RecordingHeader header, List<RecordedEvent> events, List<String> warnings) {
    public RunRecord {
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }
}
