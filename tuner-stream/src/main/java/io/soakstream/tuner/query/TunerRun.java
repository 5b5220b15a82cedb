package io.soakstream.tuner.query;

import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.util.Optional;

/**
 * What a tuner's stores hold of one run. The two stores are read one after the other: an event may lie between them.
 *
 * @param key run key, {@code bot:run}
 * @param guards empty: the run has ended, or no iteration has come
 * @param stale from a copy, or from a store that is still being restored
 */
public record TunerRun(String key, RunState state, Optional<GuardMemory> guards, boolean stale) {

    /** The debounced guards, in guard order. */
    public Optional<GuardView> guard(String name) {
        return guards.flatMap(memory -> GuardView.of(memory).stream()
                .filter(guard -> guard.guard().equals(name))
                .findFirst());
    }
}
