package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the declaration of a run must satisfy. */
final class StartRules {
    private static final int MAX_CONFIRM_WITHIN = 1000;

    private static final int MAX_PLAN_STEPS = 64;

    private final String configurationDigest;
    private final long longestPeriodMs;
    private final long longestLivePeriodMs;
    private final ParameterCatalogue catalogue;

    /** A live run must be stalled before it expires. */
    StartRules(TuningLimits limits, ParameterCatalogue catalogue) {
        this.configurationDigest = limits.digest();
        this.longestPeriodMs = limits.admission().maxTimeJumpMs();
        this.longestLivePeriodMs =
                limits.silence().expireAfterMs() / limits.silence().stalledAfterPeriods();
        this.catalogue = catalogue;
    }

    Admission judge(RunEvent.Started started) {
        return pinnedOtherwise(started.configurationDigest())
                .or(() -> period(started))
                .or(() -> confirmWithin(started))
                .or(() -> values("start_overrides", started.startOverrides()))
                .or(() -> plan(started))
                .orElseGet(Admission::accepted);
    }

    /** A run that is pinned to another configuration than this tuner has by now. */
    Optional<Admission> pinnedOtherwise(RunState.Facts facts) {
        return pinnedOtherwise(facts.pinned());
    }

    private Optional<Admission> pinnedOtherwise(Optional<String> pinned) {
        return pinned.filter(digest -> !digest.equals(configurationDigest))
                .map(digest -> Admission.refused(
                        "unknown_configuration", "pinned to " + digest + ", this tuner has " + configurationDigest));
    }

    private Optional<Admission> period(RunEvent.Started started) {
        if (started.periodMs() < 1) {
            return Optional.of(invalid("period_ms: " + started.periodMs() + " is below 1"));
        }
        boolean ticked = started.mode() == RunMode.LIVE && started.origin().isEmpty();
        long longest = ticked ? longestLivePeriodMs : longestPeriodMs;
        return started.periodMs() <= longest
                ? Optional.empty()
                : Optional.of(invalid("period_ms: " + started.periodMs() + " is above " + longest));
    }

    private static Optional<Admission> confirmWithin(RunEvent.Started started) {
        OptionalInt within = started.confirmWithin();
        return within.isEmpty() || isConfirmable(within.getAsInt())
                ? Optional.empty()
                : Optional.of(invalid(
                        "confirm_within_iterations: " + within.getAsInt() + " is outside 1.." + MAX_CONFIRM_WITHIN));
    }

    private static boolean isConfirmable(int iterations) {
        return iterations >= 1 && iterations <= MAX_CONFIRM_WITHIN;
    }

    private Optional<Admission> plan(RunEvent.Started started) {
        if (started.plan().size() > MAX_PLAN_STEPS) {
            return Optional.of(
                    invalid("schedule: " + started.plan().size() + " steps are more than " + MAX_PLAN_STEPS));
        }
        int last = 0;
        for (RunEvent.PlannedValues step : started.plan()) {
            if (step.afterIteration() <= last) {
                return Optional.of(invalid("schedule.after_iteration: " + step.afterIteration() + " after " + last));
            }
            last = step.afterIteration();
            Optional<Admission> refused = values("schedule", step.values());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<Admission> values(String field, Map<String, BigDecimal> values) {
        try {
            Overrides.startingFrom(catalogue, values);
            return Optional.empty();
        } catch (InvalidParameterException invalid) {
            return Optional.of(Admission.refused("invalid_start_overrides", field + ": " + invalid.getMessage()));
        }
    }

    private static Admission invalid(String detail) {
        return Admission.refused("invalid_value", detail);
    }
}
