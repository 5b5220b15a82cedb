package io.soakstream.gate.domain;

/**
 * The worst verdict of a run and policy so far. What concludes nothing is better than what does: every run begins with
 * it, and it would hide the rest.
 *
 * @param iteration the first that led to it
 */
public record Worst(VerdictLevel level, int iteration) {

    Worst and(VerdictLevel next, int at) {
        return rank(next) > rank(level) ? new Worst(next, at) : this;
    }

    private static int rank(VerdictLevel level) {
        return switch (level) {
            case INCONCLUSIVE -> 0;
            case PASS -> 1;
            case WARN -> 2;
            case FAIL -> 3;
        };
    }
}
