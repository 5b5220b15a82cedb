package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/**
 * What one record leads to.
 *
 * @param next state of the run; empty: nothing is to be remembered of it
 * @param candidates in the order in which they are told
 * @param progress what the living message of the run shows from now on
 */
public record Step(Optional<RunState> next, List<Candidate> candidates, Optional<Notice> progress) {
    public Step {
        candidates = List.copyOf(candidates);
    }

    static Step forget() {
        return new Step(Optional.empty(), List.of(), Optional.empty());
    }
}
