package io.soakstream.deploy.deadletter;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which letters are meant. What is empty selects all; what is not must hold together with the others.
 *
 * @param codes machine-readable reasons
 * @param runs run keys, {@code <bot>:<run>}
 * @param positions places on the dead-letter topic
 */
public record DeadLetterSelection(Set<String> codes, Set<String> runs, Set<DeadLetter.Position> positions)
        implements Predicate<DeadLetter> {
    public DeadLetterSelection {
        codes = Set.copyOf(codes);
        runs = Set.copyOf(runs);
        positions = Set.copyOf(positions);
    }

    public boolean isEverything() {
        return codes.isEmpty() && runs.isEmpty() && positions.isEmpty();
    }

    @Override
    public boolean test(DeadLetter letter) {
        return (codes.isEmpty() || codes.contains(letter.code()))
                && (runs.isEmpty() || runs.contains(letter.key()))
                && (positions.isEmpty() || positions.contains(letter.position()));
    }
}
