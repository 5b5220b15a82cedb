package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.projection.Command;
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

    static CommandedFreeze none() {
        return new CommandedFreeze(false, Collections.emptySortedSet());
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
