package io.soakstream.tuner.domain;

import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.RecordedOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One event of a run, as the rules see it. Times are in ms since 1970-01-01 UTC. */
public sealed interface RunEvent {
    long eventTimeMs();

    /**
     * The run starts.
     *
     * @param origin run key of the run this one replays
     * @param startOverrides flat name or path to value; empty: the catalogue's start values
     * @param plan values that come into force later, ascending by iteration
     * @param configurationDigest decision configuration the run is pinned to; empty: the tuner's own
     * @param decidedBy decision configuration that the recorded run was decided by
     * @param confirmWithin further iterations in which an echo must confirm (count)
     */
    record Started(
            long eventTimeMs,
            Optional<String> origin,
            RunMode mode,
            TuningMode tuning,
            OptionalInt totalIterations,
            long periodMs,
            boolean autoTune,
            boolean timesSynthesised,
            Map<String, BigDecimal> startOverrides,
            List<PlannedValues> plan,
            Optional<String> configurationDigest,
            Optional<String> decidedBy,
            OptionalInt confirmWithin)
            implements RunEvent {}

    /** Values over the catalogue's start values, in force after an iteration. */
    record PlannedValues(int afterIteration, Map<String, BigDecimal> values) {}

    /**
     * An iteration ended.
     *
     * @param origin run key of the run this one replays
     * @param contentHash tells a repetition from a conflict
     * @param effectiveOverrides what the bot says it ran with; empty if it does not say
     * @param recorded what another tuner did
     */
    record Iteration(
            long eventTimeMs,
            Optional<String> origin,
            KpiPoint point,
            long contentHash,
            Map<String, BigDecimal> effectiveOverrides,
            Echo echo,
            Optional<RecordedOutcome> recorded)
            implements RunEvent {}

    /**
     * The run ended.
     *
     * @param lastEcho the bot's last word
     * @param expiredAfter iteration after which nothing came; empty: somebody ended the run
     */
    record Ended(long eventTimeMs, Echo lastEcho, OptionalInt expiredAfter) implements RunEvent {}

    /** Nothing arrived although something was due, {@code sequence} periods after {@code lastIteration}. */
    record Tick(long eventTimeMs, int lastIteration, int sequence) implements RunEvent {}

    /**
     * A command.
     *
     * @param origin run key that it was signed for, if that is another run
     * @param issuedAtMs when it was signed (ms)
     * @param contentHash tells a repetition from another command under the same id
     * @param signatureFault what is wrong with its signature; empty: nothing
     */
    record Control(
            long eventTimeMs,
            Optional<String> origin,
            Command command,
            long issuedAtMs,
            long contentHash,
            Optional<String> signatureFault)
            implements RunEvent {}

    /** A kind that this program does not know yet. */
    record Unknown(long eventTimeMs) implements RunEvent {}
}
