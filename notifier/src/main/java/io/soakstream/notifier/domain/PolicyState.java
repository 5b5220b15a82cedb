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
 * @param lastTold what people know meanwhile; empty: all of it, or nothing yet
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
        Optional<Told> lastTold,
        Optional<String> lineFingerprint,
        Optional<String> lineMuted,
        long lineToldMs,
        boolean ended) {

    /** What people were told of last, from when on, and what else they know. */
    public record Told(Level level, int sinceIteration, long sinceMs, boolean freezeReady, boolean stalled) {}

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
                lastTold,
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
                Optional.empty(),
                lineFingerprint,
                lineMuted,
                lineToldMs,
                ended);
    }

    /** @param before what was known before the change that is muted */
    PolicyState muted(Optional<PolicyState> before) {
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
                untold ? lastTold : before.map(PolicyState::asKnown),
                lineFingerprint,
                lineMuted,
                lineToldMs,
                ended);
    }

    private Told asKnown() {
        return new Told(level, sinceIteration, sinceMs, freezeReady, stalled);
    }

    /** As people know it. */
    PolicyState asTold() {
        return lastTold.map(told -> new PolicyState(
                        told.level(),
                        told.sinceIteration(),
                        told.sinceMs(),
                        told.freezeReady(),
                        told.stalled(),
                        toldMs,
                        changes,
                        flapping,
                        untold,
                        lastTold,
                        lineFingerprint,
                        lineMuted,
                        lineToldMs,
                        ended))
                .orElse(this);
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
                lastTold,
                told,
                mutedOne,
                atMs,
                ended);
    }
}
