package io.soakstream.deploy.rollback.domain;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is done about which alert.
 *
 * @param hardGates names of the alerts that roll back
 * @param softGates names of the alerts that people are told of
 * @param enabled whether anything is rolled back at all
 * @param cooldown from one rollback of a run to the next of the same run
 * @param actions of a rollback, in order
 */
public record RollbackPolicy(
        String version,
        Set<String> hardGates,
        Set<String> softGates,
        boolean enabled,
        Duration cooldown,
        List<PlannedAction> actions) {
    public RollbackPolicy {
        hardGates = Set.copyOf(hardGates);
        softGates = Set.copyOf(softGates);
        actions = List.copyOf(actions);
        Set<String> both = new LinkedHashSet<>(hardGates);
        both.retainAll(softGates);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(both + " cannot be a hard and a soft gate");
        }
        if (cooldown.isNegative()) {
            throw new IllegalArgumentException("cooldown_minutes must not be negative");
        }
        if (actions.stream().map(PlannedAction::kind).distinct().count() != actions.size()) {
            throw new IllegalArgumentException("an action stands there twice");
        }
    }

    /** What people are told by, about a soft gate too. */
    public List<PlannedAction> telling() {
        return actions.stream()
                .filter(action -> action.kind() == PlannedAction.Kind.NOTIFY)
                .toList();
    }
}
