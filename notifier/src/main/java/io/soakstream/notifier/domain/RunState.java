package io.soakstream.notifier.domain;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known and told of a run.
 *
 * @param known a verdict has said that people are told of this run
 * @param held what applications told before that, to be told then; the oldest first
 */
public record RunState(
        boolean known,
        SortedMap<String, PolicyState> policies,
        Optional<Silence> silence,
        Optional<Acknowledgement> acknowledgement,
        List<Notice> held) {
    /** More is not kept of a run of which no verdict is known (count). */
    private static final int MAX_HELD = 16;

    public RunState {
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
        held = List.copyOf(held);
    }

    public static RunState unknown() {
        return new RunState(false, new TreeMap<>(), Optional.empty(), Optional.empty(), List.of());
    }

    RunState with(String policy, PolicyState state) {
        SortedMap<String, PolicyState> next = new TreeMap<>(policies);
        next.put(policy, state);
        return new RunState(true, next, silence, acknowledgement, List.of());
    }

    RunState with(Silence next) {
        return new RunState(known, policies, Optional.of(next), acknowledgement, held);
    }

    RunState with(Acknowledgement next) {
        return new RunState(known, policies, silence, Optional.of(next), held);
    }

    RunState unacknowledged() {
        return new RunState(known, policies, silence, Optional.empty(), held);
    }

    RunState holding(Notice notice) {
        List<Notice> all =
                Stream.concat(held.stream(), Stream.of(notice)).limit(MAX_HELD).toList();
        return new RunState(known, policies, silence, acknowledgement, all);
    }

    /** Whether no policy has anything more to say; what becomes of its last deltas may still come. */
    public boolean isOver() {
        return known && policies.values().stream().allMatch(PolicyState::ended);
    }

    /** Whether another policy than this one stands so. */
    boolean anyOther(Optional<String> policy, Predicate<PolicyState> condition) {
        return policies.entrySet().stream()
                .anyMatch(entry -> !Optional.of(entry.getKey()).equals(policy) && condition.test(entry.getValue()));
    }
}
