package io.soakstream.gate.account;

import io.soakstream.schemas.contract.GuardState;
import java.util.List;
import java.util.Optional;

/**
 * The guards of an iteration.
 *
 * @param states raw and debounced, in guard order; empty for another tuner's recording
 * @param held those that held, as verdicts count them: freeze, oscillation, velocity, cooldown, latency_soft,
 *     latency_hard, in that order
 * @param steadyFreeze the steady-state freeze was in force, or the recording says so
 */
public record GuardAccount(List<GuardState> states, List<String> held, boolean steadyFreeze) {
    public GuardAccount {
        states = List.copyOf(states);
        held = List.copyOf(held);
    }

    public Optional<GuardState> state(String guard) {
        return states.stream().filter(state -> state.getGuard().equals(guard)).findFirst();
    }
}
