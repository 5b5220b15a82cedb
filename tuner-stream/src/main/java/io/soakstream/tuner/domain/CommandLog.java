package io.soakstream.tuner.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The commands that a run has had, so that none has a second effect. Bounded: what is forgotten can not come back
 * either, as nothing issued before it is taken any more.
 *
 * @param seen latest commands, oldest first, at most {@link #REMEMBERED}
 * @param forgottenIssuedAtMs latest time of issue of a forgotten command (ms); {@link Long#MIN_VALUE}: none is
 */
public record CommandLog(List<Seen> seen, long forgottenIssuedAtMs) {
    public static final int REMEMBERED = 64;

    /** A command that was admitted. */
    public record Seen(String id, long contentHash, long issuedAtMs) {}

    public CommandLog {
        seen = List.copyOf(seen);
    }

    public static CommandLog empty() {
        return new CommandLog(List.of(), Long.MIN_VALUE);
    }

    Optional<Seen> find(String id) {
        return seen.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    boolean isTooOld(long issuedAtMs) {
        return issuedAtMs <= forgottenIssuedAtMs;
    }

    CommandLog with(RunEvent.Control control) {
        List<Seen> next = new ArrayList<>(seen);
        next.add(new Seen(control.command().id(), control.contentHash(), control.issuedAtMs()));
        long forgotten = forgottenIssuedAtMs;
        if (next.size() > REMEMBERED) {
            Seen oldest = Collections.min(next, Comparator.comparingLong(Seen::issuedAtMs));
            next.remove(oldest);
            forgotten = Math.max(forgotten, oldest.issuedAtMs());
        }
        return new CommandLog(next, forgotten);
    }
}
