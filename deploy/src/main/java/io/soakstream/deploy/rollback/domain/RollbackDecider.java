package io.soakstream.deploy.rollback.domain;

import io.soakstream.deploy.rollback.domain.Decision.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides about alerts: one rollback for an incident, none of a run inside its cooldown. */
public final class RollbackDecider {
    private final RollbackPolicy policy;
    private final String defaultTarget;

    /** @param defaultTarget run key for alerts whose labels do not say which run; empty text: none */
    public RollbackDecider(RollbackPolicy policy, String defaultTarget) {
        this.policy = policy;
        this.defaultTarget = defaultTarget;
    }

    /** The run that an alert is about; empty text: nobody says. */
    public String target(Alert alert) {
        return alert.run().orElse(defaultTarget);
    }

    public Decision decide(WatcherState state, Alert alert, Instant now) {
        boolean hard = policy.hardGates().contains(alert.name());
        if (!alert.firing()) {
            return Decision.skip(Kind.RESOLVED, "resolved", state);
        }
        if (!hard && !policy.softGates().contains(alert.name())) {
            return Decision.skip(Kind.NOT_A_GATE, "not a gate of the policy", state);
        }
        if (hard && !policy.enabled()) {
            return Decision.skip(Kind.DISABLED, "automatic rollback is disabled by the policy", state);
        }
        Optional<Incident> known = state.incident(alert.incident());
        return known.isPresent() ? again(state, known.get(), hard) : first(state, alert, hard, now);
    }

    /** What failed before is tried again; it belongs to a rollback that has begun, so no cooldown holds it. */
    private Decision again(WatcherState state, Incident incident, boolean hard) {
        if (incident.complete()) {
            return Decision.skip(Kind.REPEATED, "done already: the same incident", state);
        }
        List<PlannedAction> left = (hard ? policy.actions() : policy.telling())
                .stream()
                        .filter(action ->
                                !incident.done().contains(action.kind().word()))
                        .toList();
        return new Decision(hard ? Kind.ROLL_BACK : Kind.NOTIFY, "", left, state);
    }

    private Decision first(WatcherState state, Alert alert, boolean hard, Instant now) {
        String target = target(alert);
        if (!hard) {
            return new Decision(
                    Kind.NOTIFY, "not a hard gate", policy.telling(), state.take(alert.incident(), target, now));
        }
        if (state.isCooling(target, now, policy.cooldown())) {
            return Decision.skip(
                    Kind.COOLING_DOWN,
                    "cooldown: rolled back less than " + policy.cooldown().toMinutes() + " minutes before",
                    state);
        }
        return new Decision(Kind.ROLL_BACK, "", policy.actions(), state.rollBack(alert.incident(), target, now));
    }
}
