package io.soakstream.schemas.projection;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What people have frozen.
 *
 * @param total everything
 * @param subsystems some of it
 */
public record CommandedFreeze(boolean total, SortedSet<String> subsystems) {
    public CommandedFreeze {
        subsystems = Collections.unmodifiableSortedSet(new TreeSet<>(subsystems));
    }

    public static CommandedFreeze none() {
        return new CommandedFreeze(false, Collections.emptySortedSet());
    }

    public boolean isActive() {
        return total || !subsystems.isEmpty();
    }

    /** Whether a parameter of the subsystem stands still. */
    public boolean holds(String subsystem) {
        return total || subsystems.contains(subsystem);
    }

    /** To freeze or lift everything, no subsystem is named. */
    CommandedFreeze after(Command command) {
        boolean all = command.subsystems().isEmpty();
        SortedSet<String> next = new TreeSet<>(subsystems);
        return switch (command.action()) {
            case FREEZE -> {
                next.addAll(command.subsystems());
                yield new CommandedFreeze(total || all, next);
            }
            case UNFREEZE -> {
                next.removeAll(command.subsystems());
                yield all ? none() : new CommandedFreeze(total, next);
            }
            default -> this;
        };
    }
}
