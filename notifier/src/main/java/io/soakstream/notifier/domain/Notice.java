package io.soakstream.notifier.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to tell, with all that a reader needs to act; the same to every receiver.
 *
 * @param id deterministic: the same thing told of the same record has the same id
 * @param source id of the verdict, decision or command that it is about
 * @param events what it tells, the leading one first
 * @param policy empty: it is about the run, not about a verdict
 * @param sinceIteration iteration from which the previous verdict held, where it changed
 * @param sinceMs its event time (ms since 1970-01-01 UTC)
 * @param line the published line; empty where there is no verdict
 * @param missing what is missing for freeze-ready
 * @param notes further sentences, such as who commanded what
 * @param standings other policies of the run and what they say, in words
 * @param earlier what happened before it and was not told, in words, the oldest first
 */
public record Notice(
        String id,
        String source,
        List<Event> events,
        Severity severity,
        String bot,
        String run,
        Optional<String> policy,
        Optional<Integer> iteration,
        long eventTimeMs,
        Optional<Level> level,
        Optional<Level> previous,
        Optional<Integer> sinceIteration,
        Optional<Long> sinceMs,
        Optional<String> line,
        List<Figure> figures,
        List<GuardCount> guards,
        Optional<Integer> lastDelta,
        Optional<String> verification,
        boolean freezeReady,
        List<String> missing,
        List<String> reasons,
        List<String> notes,
        List<String> standings,
        List<String> earlier,
        Optional<Long> remindAtMs,
        String fingerprint) {
    /** More of what was not told is no news any more (count). */
    static final int MAX_EARLIER = 32;

    static final String MORE = "and more before that";

    public Notice {
        events = List.copyOf(events);
        figures = List.copyOf(figures);
        guards = List.copyOf(guards);
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
        standings = List.copyOf(standings);
        earlier = List.copyOf(earlier);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("events: a notice tells at least one");
        }
    }

    public Event lead() {
        return events.get(0);
    }

    public String runKey() {
        return bot + ":" + run;
    }

    /** In a few words, for whoever is told of it later. */
    public String gist() {
        String what = level.filter(now -> lead() == Event.VERDICT_CHANGED || lead() == Event.RECOVERED)
                .map(Level::name)
                .orElse(lead().title());
        return policy.map(name -> name + ": ").orElse("")
                + what
                + iteration.map(number -> " at iteration " + number).orElse("");
    }

    /** The same, telling also of what it stands for now. */
    public Notice after(List<Notice> untold) {
        List<String> gists = new ArrayList<>();
        for (Notice older : untold) {
            gists.addAll(older.earlier());
            gists.add(older.gist());
        }
        gists.addAll(earlier);
        return new Notice(
                id,
                source,
                events,
                severity,
                bot,
                run,
                policy,
                iteration,
                eventTimeMs,
                level,
                previous,
                sinceIteration,
                sinceMs,
                line,
                figures,
                guards,
                lastDelta,
                verification,
                freezeReady,
                missing,
                reasons,
                notes,
                standings,
                latest(gists),
                remindAtMs,
                fingerprint);
    }

    private static List<String> latest(List<String> gists) {
        List<String> known = gists.stream().filter(gist -> !gist.equals(MORE)).toList();
        if (known.size() == gists.size() && known.size() <= MAX_EARLIER) {
            return known;
        }
        List<String> latest = new ArrayList<>(List.of(MORE));
        latest.addAll(known.subList(Math.max(0, known.size() - MAX_EARLIER), known.size()));
        return latest;
    }

    /** Whether a later notice of the same policy makes this one stale: what is about the run stays. */
    public boolean isSupersededBy(Notice later) {
        return policy.isPresent() && policy.equals(later.policy()) && runKey().equals(later.runKey());
    }
}
