package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The moves that a decision proposes and drops: whether they are possible, and what remains of them. */
record ProposedMoves(List<ClaimedDelta> proposed, List<ClaimedDrop> dropped) {
    private static final String MIN = "min";
    private static final String MAX = "max";
    private static final String LIMIT = "limit";

    static ProposedMoves of(Claim claim) {
        return new ProposedMoves(claim.proposed(), claim.dropped());
    }

    boolean isEmpty() {
        return proposed.isEmpty();
    }

    /** Parameter to delta, for what no guard took out. */
    Map<String, BigDecimal> remaining() {
        Map<String, BigDecimal> remaining = new HashMap<>();
        proposed.forEach(delta -> remaining.put(delta.parameter(), delta.delta()));
        dropped.forEach(drop -> remaining.remove(drop.parameter()));
        return remaining;
    }

    /** Parameter to the bound of the catalogue that its move was cut at. */
    Map<String, String> bounds() {
        Map<String, String> bounds = new HashMap<>();
        proposed.forEach(delta -> delta.bound()
                .filter(bound -> !bound.equals(LIMIT))
                .ifPresent(bound -> bounds.put(delta.parameter(), bound)));
        return bounds;
    }

    /** The first reason, in guard order, over all that was dropped. */
    Optional<String> firstGuard() {
        return OutcomeReason.GUARDS.stream()
                .filter(guard ->
                        dropped.stream().anyMatch(drop -> drop.reasons().contains(guard)))
                .findFirst();
    }

    /** What is impossible about them; empty: nothing. */
    Optional<String> objection(Overrides current, ParameterCatalogue catalogue) {
        return Stream.concat(
                        Stream.of(
                                repeated("proposed", proposed.stream().map(ClaimedDelta::parameter)),
                                repeated("dropped", dropped.stream().map(ClaimedDrop::parameter))),
                        Stream.concat(
                                proposed.stream().map(delta -> objection(delta, current, catalogue)),
                                dropped.stream().map(this::objection)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> repeated(String field, Stream<String> parameters) {
        Set<String> seen = new HashSet<>();
        return parameters
                .filter(parameter -> !seen.add(parameter))
                .findFirst()
                .map(parameter -> field + ": " + parameter + " stands there twice");
    }

    private static Optional<String> objection(ClaimedDelta delta, Overrides current, ParameterCatalogue catalogue) {
        String field = "proposed." + delta.parameter();
        Optional<Parameter> known = catalogue
                .find(delta.parameter())
                .filter(parameter -> parameter.name().equals(delta.parameter()))
                .filter(Parameter::tunable);
        if (known.isEmpty()) {
            return Optional.of(field + ": not tunable");
        }
        BigDecimal inForce = current.value(delta.parameter()).orElseThrow();
        if (delta.from().compareTo(inForce) != 0) {
            return Optional.of(field + ".from: " + delta.from() + " is not the value in force, " + inForce);
        }
        return step(field, delta, known.get());
    }

    private static Optional<String> step(String field, ClaimedDelta delta, Parameter parameter) {
        if (delta.delta().signum() == 0) {
            return Optional.of(field + ".delta: 0 moves nothing");
        }
        Parameter.Clamped sum = parameter.add(delta.from(), delta.delta());
        BigDecimal exact = delta.from().add(delta.delta());
        if (sum.bound().isPresent()) {
            return Optional.of(
                    field + ".delta: leads to " + exact + ", outside " + parameter.min() + ".." + parameter.max());
        }
        boolean same = exact.compareTo(delta.to()) == 0 && sum.value().compareTo(delta.to()) == 0;
        return same
                ? bound(field, delta, parameter)
                : Optional.of(field + ".to: " + delta.to() + ", but from and delta lead to " + sum.value());
    }

    /** Whether a move was cut, and what the rule's own limit is, only the rules know. */
    private static Optional<String> bound(String field, ClaimedDelta delta, Parameter parameter) {
        return delta.bound()
                .filter(bound -> !switch (bound) {
                    case MIN -> delta.to().compareTo(parameter.min()) == 0;
                    case MAX -> delta.to().compareTo(parameter.max()) == 0;
                    default -> bound.equals(LIMIT);
                })
                .map(bound -> field + ".bound_hit: " + bound + ", but " + delta.to() + " is not that bound");
    }

    private Optional<String> objection(ClaimedDrop drop) {
        String field = "dropped." + drop.parameter();
        if (proposed.stream().noneMatch(delta -> delta.parameter().equals(drop.parameter()))) {
            return Optional.of(field + ": not proposed");
        }
        List<String> inOrder =
                OutcomeReason.GUARDS.stream().filter(drop.reasons()::contains).toList();
        boolean known = !inOrder.isEmpty() && inOrder.equals(drop.reasons());
        return known
                ? Optional.empty()
                : Optional.of(field + ".reasons: " + drop.reasons() + " are not guards in guard order");
    }
}
