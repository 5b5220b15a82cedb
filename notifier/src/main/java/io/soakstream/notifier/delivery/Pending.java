package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import java.util.List;

/**
 * A message that is to be sent.
 *
 * @param appendedAtMs when the broker took the record that led to it (ms since 1970-01-01 UTC)
 * @param attempts so far (count)
 * @param unsure an earlier attempt may have been taken
 * @param notBeforeMs earliest next attempt (ms since 1970-01-01 UTC)
 * @param rounds bursts of attempts that failed (count)
 */
public record Pending(
        String receiver,
        Notice notice,
        boolean silent,
        long appendedAtMs,
        int attempts,
        boolean unsure,
        long notBeforeMs,
        int rounds,
        Owner owner) {

    /** One that nobody has tried to send yet. */
    public static Pending fresh(String receiver, Notice notice, boolean silent, long appendedAtMs, Owner owner) {
        return new Pending(receiver, notice, silent, appendedAtMs, 0, false, 0, 0, owner);
    }

    public String runKey() {
        return notice.runKey();
    }

    public Severity severity() {
        return notice.severity();
    }

    Pending attempted() {
        return new Pending(receiver, notice, silent, appendedAtMs, attempts + 1, unsure, notBeforeMs, rounds, owner);
    }

    Pending doubtful() {
        return new Pending(receiver, notice, silent, appendedAtMs, attempts, true, notBeforeMs, rounds, owner);
    }

    Pending later(long nextMs) {
        return new Pending(receiver, notice, silent, appendedAtMs, attempts, unsure, nextMs, rounds + 1, owner);
    }

    /** The same, which also tells of older ones; it waits as long as they would have. */
    Pending after(List<Pending> older) {
        List<Notice> untold = older.stream().map(Pending::notice).toList();
        long notBefore = older.stream().mapToLong(Pending::notBeforeMs).reduce(notBeforeMs, Math::max);
        int failed = older.stream().mapToInt(Pending::rounds).reduce(rounds, Math::max);
        return new Pending(
                receiver, notice.after(untold), silent, appendedAtMs, attempts, unsure, notBefore, failed, owner);
    }
}
