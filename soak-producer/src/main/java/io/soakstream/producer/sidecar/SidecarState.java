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
 * @param pending iteration that may be acknowledged; {@code null}: none
 * @param lastEventMs event time of the newest iteration (ms since 1970-01-01 UTC)
 * @param boundaryMs when the newest iteration ended at the bot, as the file system says (ms since 1970-01-01 UTC)
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
        Pending pending,
        long lastEventMs,
        long boundaryMs,
        long version,
        List<InForceSpan> inForce,
        SortedMap<String, String> problems) {
    static final int FORMAT = 1;

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
                next,
                lastEventMs,
                boundaryMs,
                version,
                inForce,
                problems);
    }

    /** The pending iteration is done with: its number is taken, whether it was acknowledged or refused for good. */
    SidecarState withPendingDone() {
        SortedMap<Integer, String> more = new TreeMap<>(sent);
        more.put(pending.iteration(), pending.contentHash());
        return new SidecarState(
                format,
                bot,
                run,
                phase,
                startedAtMs,
                startValues,
                existing,
                more,
                null,
                pending.endedAtMs(),
                pending.boundaryMs(),
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
                pending,
                lastEventMs,
                boundaryMs,
                version,
                inForce,
                new TreeMap<>(next));
    }

    /** Number of the newest iteration; 0: none yet. */
    int lastIteration() {
        return sent.isEmpty() ? 0 : sent.lastKey();
    }
}
