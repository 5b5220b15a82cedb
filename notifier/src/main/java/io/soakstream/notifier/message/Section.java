package io.soakstream.notifier.message;

import java.util.List;

/**
 * A part of a message that stays or goes as a whole.
 *
 * @param heading empty: none
 * @param rows lines of spans
 * @param rank what has the highest goes first when room is short
 */
public record Section(String heading, List<List<Span>> rows, int rank) {
    public Section {
        rows = List.copyOf(rows);
    }
}
