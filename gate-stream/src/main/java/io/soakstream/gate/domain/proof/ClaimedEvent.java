package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.RecordedOutcome;
import java.util.Optional;
import java.util.OptionalInt;

/** The event that a decision is about, as far as it moves what a bot is meant to run with. */
public sealed interface ClaimedEvent {

    /** Number of the iteration; empty: the event is none. */
    default OptionalInt iteration() {
        return OptionalInt.empty();
    }

    /** Id of the command; empty: the event is none. */
    default Optional<String> commandId() {
        return Optional.empty();
    }

    /**
     * An iteration.
     *
     * @param hasData whether rules can be evaluated: net edge and risk are known
     * @param recorded what a recording says of it, if it comes from one
     * @param window what it is to be judged by
     */
    record Iteration(int number, Echo echo, boolean hasData, Optional<RecordedOutcome> recorded, ClaimedWindow window)
            implements ClaimedEvent {
        @Override
        public OptionalInt iteration() {
            return OptionalInt.of(number);
        }
    }

    /** A command whose signature the tuner has checked. */
    record Control(Command command) implements ClaimedEvent {
        @Override
        public Optional<String> commandId() {
            return Optional.of(command.id());
        }
    }

    /** The end of the run. */
    record Ended(Echo lastEcho) implements ClaimedEvent {}

    /**
     * A start, a tick, or a kind that only newer programs know: it moves nothing.
     *
     * @param reason of its NO_OP
     */
    record Uneventful(String reason) implements ClaimedEvent {}

    /**
     * Facts that are not even legal, such as a value outside its bounds.
     *
     * @param fault names the field
     */
    record Illegal(OptionalInt iteration, Optional<String> commandId, String fault) implements ClaimedEvent {}
}
