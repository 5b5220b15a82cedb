package io.soakstream.producer.recording;

import java.util.List;
import java.util.Optional;

/**
 * A recording as it was read.
 *
 * @param header what it says about itself
 * @param events its events in log order; up to the damage, if there is one
 * @param damage where and how the file is damaged
 */
public record Recording(RecordingHeader header, List<RecordedEvent> events, Optional<Damage> damage) {
    public Recording {
        events = List.copyOf(events);
    }

    /**
     * Damage to a recording.
     *
     * @param where file, and number of the first event that could not be read, if it is known
     * @param message what is wrong
     */
    public record Damage(String where, String message) {}
}
