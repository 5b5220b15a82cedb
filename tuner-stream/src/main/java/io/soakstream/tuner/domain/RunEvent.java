package io.soakstream.tuner.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One event of a run, as the rules see it. Times are in ms since 1970-01-01 UTC. */
public sealed interface RunEvent {
    long eventTimeMs();

    /**
     * The run starts.
     *
     * @param startOverrides flat name or path to value; empty: the catalogue's start values
     * @param configurationDigest decision configuration the run is pinned to; empty: the tuner's own
     */
    record Started(
            long eventTimeMs,
            RunMode mode,
            TuningMode tuning,
            OptionalInt totalIterations,
            long periodMs,
            boolean autoTune,
            boolean timesSynthesised,
            Map<String, BigDecimal> startOverrides,
            Optional<String> configurationDigest)
            implements RunEvent {}

    /**
     * An iteration ended.
     *
     * @param contentHash tells a repetition from a conflict
     * @param effectiveOverrides what the bot says it ran with; empty if it does not say
     * @param recorded what another tuner did
     */
    record Iteration(
            long eventTimeMs,
            KpiPoint point,
            long contentHash,
            Map<String, BigDecimal> effectiveOverrides,
            Optional<RecordedOutcome> recorded)
            implements RunEvent {}

    /** The run ended. */
    record Ended(long eventTimeMs) implements RunEvent {}

    /** Nothing arrived although something was due, {@code sequence} periods after {@code lastIteration}. */
    record Tick(long eventTimeMs, int lastIteration, int sequence) implements RunEvent {}

    /** A command; whether it is signed is checked before its content matters. */
    record Control(long eventTimeMs, String id) implements RunEvent {}

    /** A kind that this program does not know yet. */
    record Unknown(long eventTimeMs) implements RunEvent {}
}
