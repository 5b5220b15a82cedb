package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/**
 * What is known and told of one policy's verdicts of a run. All times are event times (ms since 1970-01-01 UTC).
 *
 * @param sinceMs from when the level holds; likewise the iteration
 * @param toldMs when something was told last
 * @param changes times of the latest changes of level, ascending
 * @param untold a change was muted, and nothing was told since
 * @param lineFingerprint of the published line that was told last; empty: none since the level was bad last
 * @param lineMuted fingerprint of the published line that is muted
 * @param ended there will be no other verdict
 */
public record PolicyState(
        Level level,
        int sinceIteration,
        long sinceMs,
        boolean freezeReady,
        boolean stalled,
        long toldMs,
        List<Long> changes,
        boolean flapping,
        boolean untold,
        Optional<String> lineFingerprint,
        Optional<String> lineMuted,
        long lineToldMs,
        boolean ended) {

    public PolicyState {
        changes = List.copyOf(changes);
    }

    /** What stays of the verdict once it has been looked at. */
    PolicyState seen(VerdictFacts verdict, FlapState flap) {
        boolean same = level == verdict.level();
        return new PolicyState(
                verdict.level(),
                same ? sinceIteration : verdict.iteration(),
                same ? sinceMs : verdict.eventTimeMs(),
                verdict.freezeReady(),
                verdict.stalled(),
                toldMs,
                flap.changes(),
                flap.flapping(),
                untold,
                lineFingerprint,
                lineMuted,
                lineToldMs,
                verdict.last());
    }

    static PolicyState first(VerdictFacts verdict) {
        return new PolicyState(
                verdict.level(),
                verdict.iteration(),
                verdict.eventTimeMs(),
                verdict.freezeReady(),
                verdict.stalled(),
                verdict.eventTimeMs(),
                List.of(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                verdict.last());
    }

    PolicyState told(long atMs) {
        return new PolicyState(
                level,
                sinceIteration,
                sinceMs,
                freezeReady,
                stalled,
                atMs,
                changes,
                flapping,
                false,
                lineFingerprint,
                lineMuted,
                lineToldMs,
                ended);
    }

    PolicyState muted() {
        return new PolicyState(
                level,
                sinceIteration,
                sinceMs,
                freezeReady,
                stalled,
                toldMs,
                changes,
                flapping,
                true,
                lineFingerprint,
                lineMuted,
                lineToldMs,
                ended);
    }

    PolicyState lineTold(String fingerprint, long atMs) {
        return line(Optional.of(fingerprint), Optional.empty(), atMs);
    }

    PolicyState lineMuted(String fingerprint) {
        return line(lineFingerprint, Optional.of(fingerprint), lineToldMs);
    }

    /** It is bad no longer: when it is again, that is news. */
    PolicyState lineForgotten() {
        return line(Optional.empty(), Optional.empty(), lineToldMs);
    }

    private PolicyState line(Optional<String> told, Optional<String> mutedOne, long atMs) {
        return new PolicyState(
                level,
                sinceIteration,
                sinceMs,
                freezeReady,
                stalled,
                toldMs,
                changes,
                flapping,
                untold,
                told,
                mutedOne,
                atMs,
                ended);
    }
}
