package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What the declaration of a run must satisfy. */
final class StartRules {
    private static final int MAX_CONFIRM_WITHIN = 1000;

    private final String configurationDigest;
    private final ParameterCatalogue catalogue;

    StartRules(String configurationDigest, ParameterCatalogue catalogue) {
        this.configurationDigest = configurationDigest;
        this.catalogue = catalogue;
    }

    Admission judge(RunEvent.Started started) {
        Optional<String> pinned = started.configurationDigest();
        if (pinned.isPresent() && !pinned.get().equals(configurationDigest)) {
            return Admission.refused(
                    "unknown_configuration", "pinned to " + pinned.get() + ", this tuner has " + configurationDigest);
        }
        if (started.periodMs() < 1) {
            return invalid("period_ms: " + started.periodMs() + " is below 1");
        }
        if (started.confirmWithin().isPresent()
                && !isConfirmable(started.confirmWithin().getAsInt())) {
            return invalid("confirm_within_iterations: "
                    + started.confirmWithin().getAsInt() + " is outside 1.." + MAX_CONFIRM_WITHIN);
        }
        return values("start_overrides", started.startOverrides())
                .or(() -> plan(started))
                .orElseGet(Admission::accepted);
    }

    private static boolean isConfirmable(int iterations) {
        return iterations >= 1 && iterations <= MAX_CONFIRM_WITHIN;
    }

    private Optional<Admission> plan(RunEvent.Started started) {
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
