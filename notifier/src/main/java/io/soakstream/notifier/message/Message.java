package io.soakstream.notifier.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message of any platform.
 *
 * @param line the published line, which stands first; empty where there is no verdict
 * @param title what has happened, to which run; empty text: the published line alone
 */
public record Message(Tone tone, Optional<Span> line, Span title, List<Section> sections, List<Link> links) {
    public Message {
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    /** The published line and nothing else, byte for byte. */
    static Message ofLine(Tone tone, String line) {
        return new Message(tone, Optional.of(Span.plain(line)), Span.plain(""), List.of(), List.of());
    }

    /** Whether the published line is all that there is. */
    public boolean isLineOnly() {
        return title.text().isEmpty();
    }

    /** The same without its least important section; without links when there is no section left; empty: nothing is. */
    public Optional<Message> shorter() {
        if (sections.isEmpty()) {
            return links.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Message(tone, line, title, List.of(), List.of()));
        }
        List<Section> kept = new ArrayList<>(sections);
        // Of the same rank the later one goes.
        Section least = sections.get(0);
        for (Section section : sections) {
            least = Comparator.comparingInt(Section::rank).compare(section, least) >= 0 ? section : least;
        }
        kept.remove(least);
        return Optional.of(new Message(tone, line, title, kept, links));
    }
}
