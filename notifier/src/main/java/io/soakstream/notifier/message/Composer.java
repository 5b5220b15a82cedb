package io.soakstream.notifier.message;

import io.soakstream.notifier.domain.Durations;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Figure;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From a notice to its message, in the order in which a reader needs it: what changed, where, which KPIs by how much,
 * guards, the last delta, freeze-ready, links.
 */
public final class Composer {
    /** More of a kind says nothing more (count). */
    private static final int MAX_ROWS = 8;

    private final LinkTemplates links;

    public Composer(LinkTemplates links) {
        this.links = links;
    }

    /** @param possibleRepeat nobody knows whether it has been sent before, and it says so */
    public Message compose(Notice notice, boolean possibleRepeat) {
        if (notice.lead() == Event.LINE && !possibleRepeat) {
            return Message.ofLine(Tone.of(notice), notice.line().orElseThrow());
        }
        List<Section> sections = new ArrayList<>();
        if (possibleRepeat) {
            add(sections, "", 0, List.of(repeatMark(notice)));
        }
        add(sections, "", 1, context(notice));
        add(sections, "missed", 2, figures(notice, true));
        add(sections, "why", 4, texts(notice.reasons()));
        add(sections, "", 3, texts(notice.notes()));
        add(sections, "met", 9, figures(notice, false));
        add(sections, "", 6, guards(notice));
        add(sections, "", 7, lastDelta(notice));
        add(sections, "", 5, freeze(notice));
        add(sections, "other policies", 8, texts(notice.standings()));
        add(sections, "not told before", 4, texts(notice.earlier()));
        return new Message(
                Tone.of(notice), notice.line().map(Span::code), Span.strong(title(notice)), sections, links.of(notice));
    }

    private static void add(List<Section> sections, String heading, int rank, List<List<Span>> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section(heading, rows, rank));
        }
    }

    private static String title(Notice notice) {
        String what = notice.events().stream()
                .filter(event -> event != Event.VERDICT_CHANGED && event != Event.RECOVERED)
                .map(Event::title)
                .collect(Collectors.joining(", "));
        String verdict = notice.level().map(level -> verdict(notice, level)).orElse("");
        String separator = verdict.isEmpty() || what.isEmpty() ? "" : ", ";
        return notice.runKey() + ": " + verdict + separator + what;
    }

    private static String verdict(Notice notice, Level level) {
        String name = notice.policy().map(policy -> policy + " ").orElse("");
        boolean changed = notice.events().contains(Event.VERDICT_CHANGED)
                || notice.events().contains(Event.RECOVERED);
        Optional<Level> before = notice.previous().filter(previous -> changed && previous != level);
        return name + before.map(previous -> previous + " -> ").orElse("") + level;
    }

    private static List<Span> repeatMark(Notice notice) {
        return List.of(
                Span.strong("possible repeat"),
                Span.plain(" of "),
                Span.code(notice.id()),
                Span.plain(": nobody knows whether it was delivered before"));
    }

    private static List<List<Span>> context(Notice notice) {
        List<Span> row = new ArrayList<>();
        notice.iteration().ifPresent(number -> row.add(Span.plain("iteration " + number + ", ")));
        row.add(Span.plain(Instant.ofEpochMilli(notice.eventTimeMs())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()));
        since(notice).ifPresent(text -> row.add(Span.plain(", " + text)));
        notice.remindAtMs()
                .ifPresent(next -> row.add(Span.plain(
                        "; next reminder at " + Instant.ofEpochMilli(next).truncatedTo(ChronoUnit.SECONDS))));
        return List.of(row);
    }

    private static Optional<String> since(Notice notice) {
        if (notice.previous().isEmpty() || notice.sinceMs().isEmpty()) {
            return Optional.empty();
        }
        boolean changed = notice.previous()
                .filter(level -> !notice.level().equals(Optional.of(level)))
                .isPresent();
        return Optional.of((changed ? "after " : "for ")
                + Durations.words(notice.eventTimeMs() - notice.sinceMs().get())
                + " of " + notice.previous().get()
                + notice.sinceIteration()
                        .map(number -> " since iteration " + number)
                        .orElse(""));
    }

    private static List<List<Span>> figures(Notice notice, boolean missed) {
        return notice.figures().stream()
                .filter(figure -> figure.missed() == missed)
                .limit(MAX_ROWS)
                .map(Composer::figure)
                .toList();
    }

    private static List<Span> figure(Figure figure) {
        String value = figure.value().map(Numbers::shown).orElse("no data");
        String margin =
                figure.margin().map(known -> "margin " + Numbers.signed(known)).orElse("");
        String trend = figure.trend()
                .map(word -> (margin.isEmpty() ? "" : ", ") + word)
                .orElse("");
        String more = margin.isEmpty() && trend.isEmpty() ? "" : " (" + margin + trend + ")";
        return List.of(
                Span.code(figure.kpi()),
                Span.plain(" " + figure.statistic() + " "),
                Span.strong(value),
                Span.plain(" vs " + figure.comparator() + " " + Numbers.shown(figure.threshold()) + more));
    }

    private static List<List<Span>> guards(Notice notice) {
        if (notice.guards().isEmpty()) {
            return List.of();
        }
        String held = notice.guards().stream()
                .map(guard -> guard.guard() + " " + guard.iterations())
                .collect(Collectors.joining(", "));
        return List.of(List.of(Span.plain("guards (iterations of the window): " + held)));
    }

    private static List<List<Span>> lastDelta(Notice notice) {
        return notice.lastDelta()
                .map(number -> List.of(List.of(Span.plain("last delta at iteration " + number
                        + notice.verification().map(state -> ": " + state).orElse("")))))
                .orElseGet(List::of);
    }

    private static List<List<Span>> freeze(Notice notice) {
        if (notice.policy().isEmpty()) {
            return List.of();
        }
        String missing = notice.missing().stream().limit(MAX_ROWS).collect(Collectors.joining("; "));
        String text =
                notice.freezeReady() ? "freeze-ready" : "not freeze-ready" + (missing.isEmpty() ? "" : ": " + missing);
        return List.of(List.of(Span.plain(text)));
    }

    private static List<List<Span>> texts(List<String> texts) {
        List<List<Span>> rows = new ArrayList<>();
        texts.stream()
                .limit(MAX_ROWS)
                .map(Span::plain)
                // Of some texts nothing is left that a reader sees.
                .filter(span -> !span.text().isBlank())
                .forEach(span -> rows.add(List.of(span)));
        if (texts.size() > MAX_ROWS) {
            rows.add(List.of(Span.plain("and " + (texts.size() - MAX_ROWS) + " more")));
        }
        return rows;
    }
}
