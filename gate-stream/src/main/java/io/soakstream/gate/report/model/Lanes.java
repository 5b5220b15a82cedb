package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.soakstream.gate.account.GuardAccount;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What happened over the iterations, a lane for each kind of thing, one letter for each iteration. */
final class Lanes {
    private static final char NOTHING = '.';
    private static final char PENDING = 'p';
    private static final char IN_FORCE = 'o';
    /** Freezes of subsystems have lanes of their own. */
    private static final List<String> GUARDS =
            List.of("oscillation", "latency_soft", "latency_hard", "steady_freeze", "freeze", "velocity", "cooldown");

    private static final List<String> SUBSYSTEM_FREEZES = List.of("partial_freeze", "total_freeze");
    private static final Map<Verification, Character> CONFIRMATION = Map.of(
            Verification.UNVERIFIED, 'u',
            Verification.PENDING, 'p',
            Verification.CONFIRMED, 'c',
            Verification.STUCK, 's',
            Verification.DRIFTED, 'd',
            Verification.OFF_POLICY, 'o');

    private Lanes() {}

    static ArrayNode of(List<Verdict> verdicts, List<IterationAccount> iterations) {
        ArrayNode lanes = JsonNodeFactory.instance.arrayNode();
        verdicts.forEach(
                verdict -> lane(lanes, "verdict", verdict.getPolicy(), levels(verdict.getPolicy(), iterations)));
        lane(lanes, "tuning", "deltas", Columns.letters(iterations, IterationColumns::outcome));
        lane(lanes, "confirmation", "overrides at the bot", Columns.letters(iterations, Lanes::confirmation));
        GUARDS.forEach(guard ->
                lane(lanes, "guard", guard, Columns.letters(iterations, iteration -> guard(iteration, guard))));
        subsystems(iterations)
                .forEach(name ->
                        lane(lanes, "frozen", name, Columns.letters(iterations, iteration -> frozen(iteration, name))));
        return lanes;
    }

    static String levels(String policy, List<IterationAccount> iterations) {
        return Columns.letters(iterations, iteration -> iteration
                .verdict(policy)
                .map(Verdict::getVerdict)
                .map(PolicyColumns::letter)
                .orElse(NOTHING));
    }

    private static void lane(ArrayNode lanes, String kind, String name, String states) {
        lanes.addObject().put("kind", kind).put("name", name).put("states", states);
    }

    private static char confirmation(IterationAccount iteration) {
        return CONFIRMATION.getOrDefault(iteration.verification(), NOTHING);
    }

    /** A raw signal that is not yet debounced is pending. Recordings of other tuners say only which guards held. */
    private static char guard(IterationAccount iteration, String guard) {
        GuardAccount guards = iteration.guards();
        return guards.state(guard)
                .map(Lanes::signal)
                .orElseGet(() -> guards.held().contains(guard) && !saidByState(guards, guard) ? IN_FORCE : NOTHING);
    }

    /** Of our own tuner a freeze has states that say which it was. */
    private static boolean saidByState(GuardAccount guards, String guard) {
        return guard.equals("freeze") && !guards.states().isEmpty();
    }

    private static char signal(GuardState state) {
        if (state.getDebounced()) {
            return IN_FORCE;
        }
        return state.getRaw() ? PENDING : NOTHING;
    }

    private static TreeSet<String> subsystems(List<IterationAccount> iterations) {
        TreeSet<String> names = new TreeSet<>();
        iterations.forEach(iteration -> freezes(iteration).forEach(state -> names.addAll(state.getParameters())));
        return names;
    }

    private static char frozen(IterationAccount iteration, String subsystem) {
        return freezes(iteration).anyMatch(state -> state.getParameters().contains(subsystem)) ? IN_FORCE : NOTHING;
    }

    private static Stream<GuardState> freezes(IterationAccount iteration) {
        return iteration.guards().states().stream()
                .filter(state -> SUBSYSTEM_FREEZES.contains(state.getGuard()) && state.getDebounced());
    }
}
