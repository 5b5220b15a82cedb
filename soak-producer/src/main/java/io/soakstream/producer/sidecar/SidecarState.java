package io.soakstream.producer.sidecar;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be known after a crash.
 *
 * @param format of this file; another one is refused
 * @param bot name of the bot
 * @param run name of the run
 * @param phase how far the run is
 * @param startedAtMs when it started (ms since 1970-01-01 UTC)
 * @param startValues flat name to plain decimal
 * @param existing files that were there before the run and are not its own: name to stamp
 * @param sent iterations that are acknowledged: number to SHA-256 of the file (hex)
 * @param refused iterations that can never be accepted: number to SHA-256 of the file (hex)
 * @param pending iteration that may be acknowledged; {@code null}: none
 * @param lastEventMs event time of the newest iteration that was sent (ms since 1970-01-01 UTC)
 * @param boundaryMs when that iteration ended at the bot, as the file system says (ms since 1970-01-01 UTC)
 * @param version of the overrides that the bot's file was last given; 0: none
 * @param inForce what the bot's file held, as far as it matters for iterations to come
 * @param problems what could not be taken and still cannot: name of the file to what is wrong
 */
record SidecarState(
        int format,
        String bot,
        String run,
        Phase phase,
        long startedAtMs,
        SortedMap<String, String> startValues,
        SortedMap<String, String> existing,
        SortedMap<Integer, String> sent,
        SortedMap<Integer, String> refused,
        Pending pending,
        long lastEventMs,
        long boundaryMs,
        long version,
        List<InForceSpan> inForce,
        SortedMap<String, String> problems) {
    static final int FORMAT = 1;

    SidecarState {
        // A state from before refused iterations were kept apart has none.
        refused = refused == null ? new TreeMap<>() : refused;
    }

    /** How far a run is; each is written before what it names is sent. */
    enum Phase {
        STARTING,
        RUNNING,
        COMPLETING,
        ABORTING,
        ENDED
    }

    /** A run that is about to start. */
    static SidecarState starting(
            String bot, String run, long nowMs, Map<String, String> startValues, Map<String, String> existing) {
        return new SidecarState(
                FORMAT,
                bot,
                run,
                Phase.STARTING,
                nowMs,
                new TreeMap<>(startValues),
                new TreeMap<>(existing),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                nowMs,
                nowMs,
                0,
                List.of(),
                new TreeMap<>());
    }

    SidecarState withPhase(Phase next) {
        return new SidecarState(
                format,
                bot,
                run,
                next,
                startedAtMs,
                startValues,
                existing,
                sent,
                refused,
                pending,
                lastEventMs,
                boundaryMs,
                version,
                inForce,
                problems);
    }

    SidecarState withPending(Pending next) {
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                sent,
                refused,
                next,
                lastEventMs,
                boundaryMs,
                version,
                inForce,
                problems);
    }

    /** The pending iteration is acknowledged. */
    SidecarState withPendingSent() {
        SortedMap<Integer, String> fewer = new TreeMap<>(refused);
        fewer.remove(pending.iteration());
        return withoutPending(withPendingIn(sent), fewer, pending.endedAtMs(), pending.boundaryMs());
    }

    /**
     * The pending iteration can never be accepted as it is. The times stay those of the newest that was sent: they are
     * what the tuner knows, and the same number with other content may still come.
     */
    SidecarState withPendingRefused() {
        return withoutPending(sent, withPendingIn(refused), lastEventMs, boundaryMs);
    }

    private SortedMap<Integer, String> withPendingIn(SortedMap<Integer, String> before) {
        SortedMap<Integer, String> more = new TreeMap<>(before);
        more.put(pending.iteration(), pending.contentHash());
        return more;
    }

    private SidecarState withoutPending(
            SortedMap<Integer, String> nextSent,
            SortedMap<Integer, String> nextRefused,
            long nextEventMs,
            long nextBoundaryMs) {
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                nextSent,
                nextRefused,
                null,
                nextEventMs,
                nextBoundaryMs,
                version,
                inForce,
                problems);
    }

    SidecarState withVersion(long next) {
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                sent,
                refused,
                pending,
                lastEventMs,
                boundaryMs,
                next,
                inForce,
                problems);
    }

    SidecarState withInForce(InForceLog log) {
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                sent,
                refused,
                pending,
                lastEventMs,
                boundaryMs,
                version,
                log.since(boundaryMs).spans(),
                problems);
    }

    SidecarState withProblems(Map<String, String> next) {
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                sent,
                refused,
                pending,
                lastEventMs,
                boundaryMs,
                version,
                inForce,
                new TreeMap<>(next));
    }

    /** Number of the newest iteration that was sent or refused; 0: none yet. */
    int lastIteration() {
        return Math.max(last(sent), last(refused));
    }

    private static int last(SortedMap<Integer, String> numbers) {
        return numbers.isEmpty() ? 0 : numbers.lastKey();
    }
}
