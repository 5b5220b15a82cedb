package io.soakstream.schemas.projection;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether the bot is known to run with what was decided for it.
 *
 * <pre>
 *                    first echo
 *   UNVERIFIED ───────────────────▶ CONFIRMED ◀──────────────┐
 *        │  (a differing one:           │ │                  │ an echo of the hash in force
 *        ▼   DRIFTED)           applied │ │ another hash     │
 *   ignored for good                    ▼ ▼                  │
 *                               PENDING   DRIFTED ───────────┤
 *                                  │ too many iterations     │
 *                                  ▼                         │
 *                                STUCK ──────────────────────┘
 * </pre>
 *
 * A command that gives values leads to PENDING (CONFIRMED if the bot runs with them already). In a
 * replay under another configuration what would be DRIFTED or STUCK is OFF_POLICY, for good.
 *
 * @param echoing whether the bot has said anything yet
 * @param waited iterations since the hash in force changed without an echo of it (count), up to the limit
 * @param changedBy iteration whose decision is awaited; empty: nothing, or a command or plan
 * @param lastEcho the latest hash that the bot named
 */
public record Confirmation(State state, boolean echoing, int waited, OptionalInt changedBy, Optional<String> lastEcho) {

    /** See the diagram. */
    public enum State {
        UNVERIFIED,
        PENDING,
        CONFIRMED,
        STUCK,
        DRIFTED,
        OFF_POLICY
    }

    /** Nothing has been said, and nothing is awaited. */
    static Confirmation initial(EchoRules limits) {
        return new Confirmation(State.UNVERIFIED, false, limits.confirmWithin(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * After one more iteration.
     *
     * @param limits how long an echo may stay away, and whether echoes of another configuration must be expected
     */
    Confirmation after(Echo echo, String expectedHash, EchoRules limits) {
        if (limits.ignored() || state == State.OFF_POLICY) {
            return this;
        }
        Confirmation counted = new Confirmation(
                state,
                echoing || echo.says(),
                Math.min(waited + 1, limits.confirmWithin()),
                changedBy,
                echo.stateHash().filter(hash -> !echo.mixed()).or(() -> lastEcho));
        if (!counted.echoing) {
            return counted;
        }
        return counted.in(counted.next(echo, expectedHash, limits));
    }

    /** As {@link #after}, but nothing was waited for. */
    Confirmation afterEnd(Echo echo, String expectedHash, EchoRules limits) {
        Confirmation before = new Confirmation(state, echoing, Math.max(0, waited - 1), changedBy, lastEcho);
        return before.after(echo, expectedHash, limits);
    }

    /** Whether the bot does not run with what it is meant to, so far as is known. */
    boolean isLost() {
        return state == State.STUCK || state == State.DRIFTED;
    }

    private State next(Echo echo, String expectedHash, EchoRules limits) {
        if (echo.confirms(expectedHash)) {
            return State.CONFIRMED;
        }
        return switch (state) {
            case UNVERIFIED -> firstWord(echo, expectedHash, limits);
            case PENDING -> waited < limits.confirmWithin() ? State.PENDING : limits.lost(State.STUCK);
            case CONFIRMED -> echo.contradicts(expectedHash) ? limits.lost(State.DRIFTED) : State.CONFIRMED;
            case STUCK, DRIFTED, OFF_POLICY -> state;
        };
    }

    /** A bot that begins to echo while something is awaited has as long as any other. */
    private State firstWord(Echo echo, String expectedHash, EchoRules limits) {
        if (waited < limits.confirmWithin()) {
            return State.PENDING;
        }
        return echo.contradicts(expectedHash) ? limits.lost(State.DRIFTED) : State.UNVERIFIED;
    }

    /** The hash in force has changed: an echo of it is awaited. */
    Confirmation changed(OptionalInt iteration, String newHash) {
        if (state == State.OFF_POLICY) {
            return this;
        }
        boolean known = lastEcho.filter(newHash::equals).isPresent();
        State next = known ? State.CONFIRMED : State.PENDING;
        return new Confirmation(echoing ? next : state, echoing, 0, iteration, lastEcho);
    }

    /** A plan has changed the hash in force: who has not followed the step before has no more time for this one. */
    Confirmation led(String newHash) {
        Confirmation led = changed(OptionalInt.empty(), newHash);
        return state == State.PENDING && led.state == State.PENDING
                ? new Confirmation(led.state, led.echoing, waited, led.changedBy, led.lastEcho)
                : led;
    }

    private Confirmation in(State next) {
        return new Confirmation(
                next, echoing, waited, next == State.CONFIRMED ? OptionalInt.empty() : changedBy, lastEcho);
    }
}
