package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/**
 * What became of a decision or a command, as far as it is told.
 *
 * @param id of the decision or command
 * @param changes in words, such as {@code min_interval_ms 50 -> 55}
 * @param command what was commanded, where this is the answer to it
 */
public record ApplicationFacts(
        String id,
        String bot,
        String run,
        Optional<Integer> iteration,
        long eventTimeMs,
        Outcome outcome,
        List<String> changes,
        Optional<CommandFacts> command) {

    /** OTHER is nothing to tell of. */
    public enum Outcome {
        STUCK,
        ACKNOWLEDGED,
        OTHER
    }

    public ApplicationFacts {
        changes = List.copyOf(changes);
    }

    public String runKey() {
        return bot + ":" + run;
    }
}
