package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.CommandedFreeze;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The guards and their limits. Reasons stand in the order freeze, oscillation, velocity, cooldown. */
public record GuardTable(
        @Setting("To and fro.") OscillationGuard oscillation,

        @Setting(value = "p95 latency from which on the raw signal of hard latency holds.", unit = "ms")
        BigDecimal hardLatencyAtLeast,

        @Setting("When oscillation and hard latency count.") DebounceLimits debounce,

        @Setting(value = "How long a partial freeze lasts at least.", unit = "ms")
        long partialFreezeMinMs,

        @Setting("The caps, once all is well.") SteadyFreezeGuard steadyFreeze,
        @Setting("Too much at once.") VelocityGuard velocity,
        @Setting("After a large move.") CooldownGuard cooldown) {

    public GuardTable {
        Limits.positive("hard_latency_at_least", hardLatencyAtLeast);
        Limits.atLeast("partial_freeze_min_ms", partialFreezeMinMs, 0);
    }

    public static GuardTable defaults() {
        return new GuardTable(
                OscillationGuard.defaults(),
                new BigDecimal("360"),
                DebounceLimits.defaults(),
                3000,
                SteadyFreezeGuard.defaults(),
                VelocityGuard.defaults(),
                CooldownGuard.defaults());
    }

    /** What the guards say, and their memory with this iteration's samples but not yet its outcome. */
    public record Checked(Guarded guarded, GuardMemory memory) {}

    public Checked check(
            GuardMemory memory,
            GuardInput input,
            SortedMap<String, BigDecimal> proposed,
            ParameterCatalogue catalogue) {
        Set<String> oscillating = proposed.isEmpty()
                ? Set.of()
                : oscillation.oscillating(
                        proposed, input.ordinal(), memory.history(), memory.states(), resultHash(input, proposed));
        GuardMemory sampled = sampled(memory, input, !oscillating.isEmpty());
        Set<String> tooFast =
                velocity.tooFast(proposed, input.eventTimeMs(), memory.appliedInARow(), memory.history(), catalogue);
        Reasons reasons = new Reasons(sampled, input.commandedFreeze(), oscillating, tooFast, catalogue);
        SortedMap<String, BigDecimal> remaining = new TreeMap<>();
        SortedMap<String, List<String>> dropped = new TreeMap<>();
        proposed.forEach((parameter, delta) -> {
            List<String> found = reasons.of(parameter);
            if (found.isEmpty()) {
                remaining.put(parameter, delta);
            } else {
                dropped.put(parameter, found);
            }
        });
        List<GuardSignal> signals = GuardSignals.of(sampled, this, input, oscillating, tooFast);
        return new Checked(new Guarded(remaining, dropped, signals), sampled);
    }

    private static String resultHash(GuardInput input, SortedMap<String, BigDecimal> proposed) {
        Overrides full = input.current().plus(proposed);
        return full.stateHash();
    }

    private GuardMemory sampled(GuardMemory memory, GuardInput input, boolean oscillating) {
        long maxGapMs = input.periodMs() * debounce.maxGapPeriods();
        Debounce nextOscillation = memory.oscillation().sampled(oscillating, input.eventTimeMs(), debounce, maxGapMs);
        Debounce nextLatency = input.p95LatencyMs()
                .map(p95 -> memory.latencyHard().sampled(isHard(p95), input.eventTimeMs(), debounce, maxGapMs))
                .orElse(memory.latencyHard());
        return new GuardMemory(
                nextOscillation,
                nextLatency,
                memory.partialFreeze()
                        .after(nextOscillation.active(), nextLatency.active(), input.eventTimeMs(), partialFreezeMinMs),
                memory.steadyFreeze(),
                memory.appliedInARow(),
                memory.history(),
                memory.cooling(),
                memory.states());
    }

    boolean isHard(BigDecimal p95LatencyMs) {
        return p95LatencyMs.compareTo(hardLatencyAtLeast) >= 0;
    }

    /**
     * The memory after the iteration's outcome.
     *
     * @param applied parameter to delta; empty: nothing was applied
     * @param stateHash in force after it
     */
    public GuardMemory after(
            GuardMemory memory,
            GuardInput input,
            SortedMap<String, BigDecimal> applied,
            String stateHash,
            ParameterCatalogue catalogue) {
        return new GuardMemory(
                memory.oscillation(),
                memory.latencyHard(),
                memory.partialFreeze(),
                steadyFreeze.after(memory.steadyFreeze(), input.riskRatio(), input.netBps()),
                applied.isEmpty() ? 0 : Math.min(velocity.appliedInARow(), memory.appliedInARow() + 1),
                history(memory.history(), input, applied),
                cooldown.after(memory.cooling(), applied, catalogue),
                memory.withState(stateHash, oscillation.cycleStates() + 1));
    }

    private List<AppliedDeltas> history(
            List<AppliedDeltas> history, GuardInput input, SortedMap<String, BigDecimal> applied) {
        List<AppliedDeltas> next = new ArrayList<>(history);
        next.removeIf(entry -> !velocity.isYoung(entry, input.eventTimeMs())
                && entry.ordinal() <= input.ordinal() - oscillation.windowIterations());
        if (!applied.isEmpty()) {
            next.add(new AppliedDeltas(input.ordinal(), input.eventTimeMs(), applied));
        }
        if (next.size() > GuardMemory.MAX_HISTORY) {
            next.set(1, next.get(0).mergedInto(next.get(1)));
            next.remove(0);
        }
        return next;
    }

    /** After a command that was obeyed. */
    public GuardMemory obeyed(GuardMemory memory, Command command, String stateHash) {
        return command.givesValues() ? memory.rebased(stateHash, oscillation.cycleStates() + 1) : memory;
    }

    /** Why parameters may not move. */
    private record Reasons(
            GuardMemory memory,
            CommandedFreeze commandedFreeze,
            Set<String> oscillating,
            Set<String> tooFast,
            ParameterCatalogue catalogue) {

        List<String> of(String parameter) {
            List<String> reasons = new ArrayList<>();
            if (isFrozen(parameter)) {
                reasons.add(OutcomeReason.FREEZE);
            }
            if (oscillating.contains(parameter)) {
                reasons.add(OutcomeReason.OSCILLATION);
            }
            if (tooFast.contains(parameter)) {
                reasons.add(OutcomeReason.VELOCITY);
            }
            if (memory.cooling().containsKey(parameter)) {
                reasons.add(OutcomeReason.COOLDOWN);
            }
            return List.copyOf(reasons);
        }

        private boolean isFrozen(String parameter) {
            String subsystem = catalogue.get(parameter).subsystem();
            return commandedFreeze.holds(subsystem)
                    || memory.partialFreeze().subsystems().contains(subsystem)
                    || (memory.steadyFreeze().inForce() && SteadyFreezeGuard.PARAMETERS.contains(parameter));
        }
    }
}
