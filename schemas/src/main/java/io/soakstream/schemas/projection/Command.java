package io.soakstream.schemas.projection;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person or the rollback watcher asks for, once its signature has been checked.
 *
 * @param values complete target values of a ROLLBACK or REBASE, by flat name or path
 * @param subsystems what a FREEZE or UNFREEZE is about; empty: everything
 * @param notAfterIteration last iteration after which it may still take effect
 * @param expectedBaseHash state hash that the actor believes to be in force
 */
public record Command(
        String id,
        Action action,
        Map<String, BigDecimal> values,
        Set<String> subsystems,
        OptionalInt notAfterIteration,
        Optional<String> expectedBaseHash) {

    /** SILENCE and ACKNOWLEDGE are for the notifier; UNKNOWN is of a newer program. */
    public enum Action {
        FREEZE,
        UNFREEZE,
        ROLLBACK,
        REBASE,
        AUTO_TUNE_ON,
        AUTO_TUNE_OFF,
        SILENCE,
        ACKNOWLEDGE,
        UNKNOWN
    }

    public Command {
        values = Map.copyOf(values);
        subsystems = Set.copyOf(subsystems);
    }

    /** Whether it gives the run other values. */
    public boolean givesValues() {
        return action == Action.ROLLBACK || action == Action.REBASE;
    }
}
