package io.soakstream.deploy.rollback.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An incident that was taken up.
 *
 * @param target run key, or empty text where nobody said which run
 * @param since when it was taken up
 * @param done words of the actions that succeeded
 * @param complete nothing is left to do
 */
public record Incident(String target, Instant since, Set<String> done, boolean complete) {
    public Incident {
        done = Set.copyOf(done);
    }

    static Incident begin(String target, Instant now) {
        return new Incident(target, now, Set.of(), false);
    }

    Incident with(String action) {
        Set<String> more = new LinkedHashSet<>(done);
        more.add(action);
        return new Incident(target, since, more, complete);
    }

    Incident completed() {
        return new Incident(target, since, done, true);
    }
}
