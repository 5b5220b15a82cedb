package io.soakstream.schemas.projection;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run's bot is meant to run with, and whether it is known to. The tuner keeps one to decide, the gate keeps one
 * to prove: both move theirs by the same facts, so a decision that one cannot derive from the other's facts is wrong.
 *
 * @param overrides values in force
 * @param stateHash their hash, kept because it costs more than a look-up
 * @param version counts up by one with every change, from 1
 * @param autoTune false: the tuner only proposes
 * @param totalIterations declared number of iterations (count)
 * @param judgeMode a recording says what was applied, the values never move
 * @param plan steps that have not come into force yet, ascending
 */
public record Projection(
        Overrides overrides,
        String stateHash,
        long version,
        boolean autoTune,
        OptionalInt totalIterations,
        boolean judgeMode,
        EchoRules echoes,
        List<Planned> plan,
        Confirmation confirmation) {

    public Projection {
        plan = List.copyOf(plan);
    }

    public static Projection start(
            Overrides overrides,
            boolean autoTune,
            OptionalInt totalIterations,
            boolean judgeMode,
            EchoRules echoes,
            List<Planned> plan) {
        return new Projection(
                overrides,
                overrides.stateHash(),
                1,
                autoTune,
                totalIterations,
                judgeMode,
                echoes,
                plan,
                Confirmation.initial(echoes));
    }

    /** The bot's word about an iteration, or about the time after the last. */
    public Projection heard(Echo echo) {
        Confirmation heard = confirmation.after(echo, stateHash, echoes);
        return heard.equals(confirmation) ? this : with(heard);
    }

    /** Whether the values follow a plan, so that no rule is evaluated. */
    public boolean planned() {
        return !plan.isEmpty();
    }

    /** The values of the plan's latest step that is due, if one is. */
    public Projection afterIteration(int iteration) {
        int due = (int)
                plan.stream().filter(step -> step.afterIteration() <= iteration).count();
        if (due == 0) {
            return this;
        }
        Projection stepped = new Projection(
                overrides,
                stateHash,
                version,
                autoTune,
                totalIterations,
                judgeMode,
                echoes,
                plan.subList(due, plan.size()),
                confirmation);
        return stepped.changedTo(plan.get(due - 1).values(), OptionalInt.empty());
    }

    /**
     * What becomes of a proposal (tuning-rules 4).
     *
     * @param nothingProposed reason for NO_OP if {@code proposed} is false
     * @param remaining deltas that no guard took out
     * @param firstGuard reason of the first guard, in guard order, that took something out
     */
    public Resolution resolve(
            int iteration,
            boolean proposed,
            String nothingProposed,
            Map<String, BigDecimal> remaining,
            Optional<String> firstGuard) {
        if (!proposed) {
            return Resolution.noOp(nothingProposed);
        }
        if (remaining.isEmpty()) {
            return Resolution.skipped(firstGuard.orElseThrow());
        }
        return blocked(iteration).map(Resolution::skipped).orElseGet(Resolution::applied);
    }

    private Optional<String> blocked(int iteration) {
        if (!autoTune) {
            return Optional.of(OutcomeReason.AUTO_TUNE_OFF);
        }
        return switch (confirmation.state()) {
            case STUCK -> Optional.of(OutcomeReason.STUCK);
            case DRIFTED -> Optional.of(OutcomeReason.STALE_BASE);
            case PENDING -> Optional.of(OutcomeReason.AWAITING_CONFIRMATION);
            case UNVERIFIED, CONFIRMED, OFF_POLICY ->
                totalIterations.isPresent() && iteration >= totalIterations.getAsInt()
                        ? Optional.of(OutcomeReason.FINAL_ITERATION)
                        : Optional.empty();
        };
    }

    /** With deltas applied that an iteration's decision brought. */
    public Projection applied(int iteration, Map<String, BigDecimal> deltas) {
        return changedTo(overrides.plus(deltas), OptionalInt.of(iteration));
    }

    /**
     * Why a command is not obeyed; empty: it is.
     *
     * @param lastIteration latest accepted iteration; 0 before the first
     */
    public Optional<String> refusal(Command command, int lastIteration, ParameterCatalogue catalogue) {
        return CommandRules.refusal(command, stateHash, lastIteration, judgeMode, catalogue);
    }

    /** After a command that is not refused. Values that it gives end every plan and every doubt about the base. */
    public Projection obeyed(Command command, ParameterCatalogue catalogue) {
        if (command.givesValues()) {
            return withoutPlan().changedTo(Overrides.startingFrom(catalogue, command.values()), OptionalInt.empty());
        }
        return switch (command.action()) {
            case AUTO_TUNE_ON -> withAutoTune(true);
            case AUTO_TUNE_OFF -> withAutoTune(false);
            default -> this;
        };
    }

    private Projection changedTo(Overrides next, OptionalInt iteration) {
        String hash = next.stateHash();
        return new Projection(
                next,
                hash,
                version + 1,
                autoTune,
                totalIterations,
                judgeMode,
                echoes,
                plan,
                confirmation.changed(iteration, hash));
    }

    private Projection withoutPlan() {
        return new Projection(
                overrides, stateHash, version, autoTune, totalIterations, judgeMode, echoes, List.of(), confirmation);
    }

    private Projection withAutoTune(boolean on) {
        return new Projection(
                overrides, stateHash, version, on, totalIterations, judgeMode, echoes, plan, confirmation);
    }

    private Projection with(Confirmation next) {
        return new Projection(overrides, stateHash, version, autoTune, totalIterations, judgeMode, echoes, plan, next);
    }
}
