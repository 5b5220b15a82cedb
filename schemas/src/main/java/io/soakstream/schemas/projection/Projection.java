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
 * @param switches whether the values may move
 * @param totalIterations declared number of iterations (count)
 * @param judgeMode a recording says what was applied, the values never move
 * @param plan steps that have not come into force yet, ascending
 */
public record Projection(
        Overrides overrides,
        String stateHash,
        long version,
        Switches switches,
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
                Switches.of(autoTune),
                totalIterations,
                judgeMode,
                echoes,
                plan,
                Confirmation.initial(echoes));
    }

    /** False: the run may only propose, by its own declaration or a command. */
    public boolean autoTune() {
        return switches.autoTune();
    }

    /** Under a tuner that may tune at all, or not: its configuration may be another with every decision. */
    public Projection under(boolean tuningAllowed) {
        return tuningAllowed == switches.tuningAllowed() ? this : with(switches.under(tuningAllowed));
    }

    /** The bot's word about an iteration. */
    public Projection heard(Echo echo) {
        return with(confirmation.after(echo, stateHash, echoes));
    }

    /** The bot's word about the time after the last iteration: it can confirm, but nobody has waited longer for it. */
    public Projection heardLast(Echo echo) {
        return with(confirmation.afterEnd(echo, stateHash, echoes));
    }

    /** Whether the values follow a plan, so that no rule is evaluated. */
    public boolean planned() {
        return !plan.isEmpty();
    }

    /**
     * The values of the plan's latest step that is due, if one is and the run may move. What people have frozen stays,
     * and a bot that does not follow is not led on.
     */
    public Projection afterIteration(int iteration) {
        int due = (int)
                plan.stream().filter(step -> step.afterIteration() <= iteration).count();
        if (due == 0 || switches.freeze().isActive() || confirmation.isLost()) {
            return this;
        }
        Overrides values = plan.get(due - 1).values();
        String hash = values.stateHash();
        return new Projection(
                values,
                hash,
                version + 1,
                switches,
                totalIterations,
                judgeMode,
                echoes,
                plan.subList(due, plan.size()),
                confirmation.led(hash));
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
        if (!switches.mayTune()) {
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
        Overrides next = overrides.plus(deltas);
        String hash = next.stateHash();
        return changedTo(next, hash, confirmation.changed(OptionalInt.of(iteration), hash));
    }

    /**
     * Why a command is not obeyed; empty: it is.
     *
     * @param lastIteration latest accepted iteration; 0 before the first
     */
    public Optional<String> refusal(Command command, int lastIteration, ParameterCatalogue catalogue) {
        return CommandRules.refusal(command, this, lastIteration, catalogue);
    }

    /** After a command that is not refused. Values that it gives end every plan and every doubt about the base. */
    public Projection obeyed(Command command, ParameterCatalogue catalogue) {
        if (!command.givesValues()) {
            return with(switches.after(command));
        }
        Overrides next = Overrides.startingFrom(catalogue, command.values());
        String hash = next.stateHash();
        return new Projection(
                        overrides,
                        stateHash,
                        version,
                        switches,
                        totalIterations,
                        judgeMode,
                        echoes,
                        List.of(),
                        confirmation)
                .changedTo(next, hash, confirmation.changed(OptionalInt.empty(), hash));
    }

    private Projection changedTo(Overrides next, String hash, Confirmation awaiting) {
        return new Projection(next, hash, version + 1, switches, totalIterations, judgeMode, echoes, plan, awaiting);
    }

    private Projection with(Switches next) {
        return new Projection(
                overrides, stateHash, version, next, totalIterations, judgeMode, echoes, plan, confirmation);
    }

    private Projection with(Confirmation next) {
        return next.equals(confirmation)
                ? this
                : new Projection(
                        overrides, stateHash, version, switches, totalIterations, judgeMode, echoes, plan, next);
    }
}
