package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuardTableTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final Overrides START = Overrides.start(CATALOGUE);
    private static final GuardTable GUARDS = GuardTable.defaults();
    private static final long HOUR_MS = 3_600_000;
    private static final String TAIL_AGE = "tail_age_ms";
    private static final String INTERVAL = "min_interval_ms";
    private static final SortedMap<String, BigDecimal> NOTHING = new TreeMap<>();

    @Test
    void shouldAllowTenStepsInAnHourAndNotMore() {
        // Given
        GuardMemory memory = GuardMemory.initial(0, "s");
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            memory = applied(memory, ordinal, 0, TAIL_AGE, "-90");
        }
        GuardMemory nine = nothing(memory, 4);

        // Then
        assertThat(dropped(nine, 5, 1, TAIL_AGE, "30")).isEmpty();
        assertThat(dropped(nine, 5, 1, TAIL_AGE, "31")).containsExactly("velocity");
        assertThat(dropped(nine, 5, HOUR_MS - 1, TAIL_AGE, "31")).containsExactly("velocity");
        assertThat(dropped(nine, 5, HOUR_MS, TAIL_AGE, "31")).isEmpty();
        assertThat(dropped(nine, 5, 1, INTERVAL, "5")).isEmpty();
    }

    @Test
    void shouldLetAFourthMoveInARowWait() {
        // Given
        GuardMemory two = applied(applied(GuardMemory.initial(0, "s"), 1, 0, TAIL_AGE, "1"), 2, 0, TAIL_AGE, "1");
        GuardMemory three = applied(two, 3, 0, TAIL_AGE, "1");

        // Then
        assertThat(dropped(two, 3, 0, INTERVAL, "5")).isEmpty();
        assertThat(dropped(three, 4, 0, INTERVAL, "5")).containsExactly("velocity");
        assertThat(dropped(nothing(three, 4), 5, 0, INTERVAL, "5")).isEmpty();
        assertThat(applied(three, 4, 0, TAIL_AGE, "1").appliedInARow()).isEqualTo(3);
    }

    @Test
    void shouldCoolDownAboveAndNotAtItsShareOfTheSpan() {
        // Given
        GuardMemory start = GuardMemory.initial(0, "s");

        // Then
        assertThat(applied(start, 1, 0, INTERVAL, "12").cooling()).isEmpty();
        assertThat(applied(start, 1, 0, INTERVAL, "-13").cooling()).containsOnly(Map.entry(INTERVAL, 3));
    }

    @Test
    void shouldCoolForThreeIterations() {
        // Given
        GuardMemory first = applied(GuardMemory.initial(0, "s"), 1, 0, INTERVAL, "13");
        GuardMemory second = nothing(first, 2);
        GuardMemory third = nothing(second, 3);
        GuardMemory fourth = nothing(third, 4);

        // Then
        assertThat(dropped(first, 2, 0, INTERVAL, "5")).containsExactly("cooldown");
        assertThat(dropped(second, 3, 0, INTERVAL, "5")).containsExactly("cooldown");
        assertThat(dropped(third, 4, 0, INTERVAL, "5")).containsExactly("cooldown");
        assertThat(dropped(fourth, 5, 0, INTERVAL, "5")).isEmpty();
        assertThat(dropped(first, 2, 0, TAIL_AGE, "30")).isEmpty();
    }

    @Test
    void shouldNotCoolWhereItIsNotToLast() {
        // Given
        CooldownGuard never = new CooldownGuard(new BigDecimal("0.30"), 0);

        // Then
        assertThat(never.after(new TreeMap<>(), delta(INTERVAL, "40"), CATALOGUE))
                .isEmpty();
    }

    @Test
    void shouldSeeToAndFroInTheLastFiveIterations() {
        // Given
        GuardMemory upDown = applied(applied(GuardMemory.initial(0, "s"), 1, 0, TAIL_AGE, "10"), 2, 0, TAIL_AGE, "-5");

        // Then
        assertThat(dropped(upDown, 6, 0, TAIL_AGE, "7")).containsExactly("oscillation");
        assertThat(dropped(upDown, 7, 0, TAIL_AGE, "7")).isEmpty();
        assertThat(dropped(upDown, 3, 0, TAIL_AGE, "-7")).isEmpty();
        assertThat(dropped(upDown, 3, 0, INTERVAL, "7")).isEmpty();
    }

    @Test
    void shouldForgetMovesThatNoGuardSeesAnyMore() {
        // Given
        GuardMemory one = applied(GuardMemory.initial(0, "s"), 1, 0, TAIL_AGE, "10");

        // Then
        assertThat(after(one, 6, HOUR_MS - 1, NOTHING).history()).hasSize(1);
        assertThat(after(one, 5, HOUR_MS, NOTHING).history()).hasSize(1);
        assertThat(after(one, 6, HOUR_MS, NOTHING).history()).isEmpty();
    }

    @Test
    void shouldKeepABoundedHistoryAndStillKnowHowFarItMoved() {
        // Given
        GuardMemory memory = GuardMemory.initial(0, "s");

        // When
        for (int ordinal = 1; ordinal <= GuardMemory.MAX_HISTORY; ordinal++) {
            memory = applied(memory, ordinal, 0, TAIL_AGE, ordinal % 2 == 0 ? "-1" : "1");
        }
        List<AppliedDeltas> full = memory.history();
        for (int ordinal = 129; ordinal <= 270; ordinal++) {
            memory = applied(memory, ordinal, 0, TAIL_AGE, "1");
        }

        // Then
        assertThat(full).hasSize(128);
        assertThat(full.get(0).ordinal()).isEqualTo(1);
        assertThat(memory.history()).hasSize(128);
        assertThat(memory.history().get(127).ordinal()).isEqualTo(270);
        assertThat(memory.history().get(0).ordinal()).isEqualTo(143);
        assertThat(memory.history().get(0).magnitude(TAIL_AGE)).isEqualByComparingTo("143");
        GuardMemory rested = nothing(memory, 271);
        assertThat(dropped(rested, 272, 0, TAIL_AGE, "30")).isEmpty();
        assertThat(dropped(rested, 272, 0, TAIL_AGE, "31")).containsExactly("velocity");
    }

    @Test
    void shouldMergeMovesWithoutTheirSigns() {
        // Given
        AppliedDeltas earlier = new AppliedDeltas(1, 10, delta(TAIL_AGE, "-5"));
        AppliedDeltas later = new AppliedDeltas(2, 20, delta(INTERVAL, "-3"));

        // When
        AppliedDeltas merged = earlier.mergedInto(later);

        // Then
        assertThat(merged.ordinal()).isEqualTo(2);
        assertThat(merged.eventTimeMs()).isEqualTo(20);
        assertThat(merged.deltas()).isEqualTo(Map.of(TAIL_AGE, new BigDecimal("5"), INTERVAL, new BigDecimal("3")));
    }

    @Test
    void shouldKeepFiveStatesWithTheCurrentOneInFront() {
        // Given
        GuardMemory memory = GuardMemory.initial(0, "a");

        // When
        for (String state : List.of("b", "c", "d", "e", "f")) {
            memory = GUARDS.after(memory, input(1, 0), NOTHING, state, CATALOGUE);
        }
        GuardMemory back = GUARDS.after(memory, input(1, 0), NOTHING, "c", CATALOGUE);

        // Then
        assertThat(memory.states()).containsExactly("f", "e", "d", "c", "b");
        assertThat(back.states()).containsExactly("c", "f", "e", "d", "b");
        assertThat(back.withState("c", 5)).isSameAs(back.states());
    }

    @Test
    void shouldDropTheWholeProposalThatLeadsBack() {
        // Given
        GuardMemory memory =
                GuardMemory.initial(0, START.plus(delta(TAIL_AGE, "30")).stateHash());
        for (String state : List.of("b", "c", "d", START.stateHash())) {
            memory = GUARDS.after(memory, input(1, 0), NOTHING, state, CATALOGUE);
        }
        GuardMemory further = GUARDS.after(memory, input(1, 0), NOTHING, "e", CATALOGUE);

        // Then
        assertThat(dropped(memory, 2, 0, TAIL_AGE, "30")).containsExactly("oscillation");
        assertThat(dropped(further, 2, 0, TAIL_AGE, "30")).isEmpty();
    }

    @Test
    void shouldFreezeTheCapsAfterTwoSteadyIterations() {
        // Given
        SteadyFreezeGuard guard = SteadyFreezeGuard.defaults();
        SteadyFreezeGuard.Memory one = steady(guard, new SteadyFreezeGuard.Memory(false, 0), "0.35", "2.7");

        // Then
        assertThat(one).isEqualTo(new SteadyFreezeGuard.Memory(true, 0));
        assertThat(steady(guard, one, "0.35", "2.7")).isEqualTo(new SteadyFreezeGuard.Memory(true, 4));
        assertThat(steady(guard, one, "0.351", "2.7")).isEqualTo(new SteadyFreezeGuard.Memory(false, 0));
        assertThat(steady(guard, one, "0.35", "2.69")).isEqualTo(new SteadyFreezeGuard.Memory(false, 0));
        assertThat(guard.after(one, Optional.empty(), Optional.of(BigDecimal.TEN))
                        .steady())
                .isFalse();
        assertThat(guard.after(one, Optional.of(BigDecimal.ZERO), Optional.empty())
                        .steady())
                .isFalse();
    }

    @Test
    void shouldNotExtendASteadyFreezeByItself() {
        // Given
        SteadyFreezeGuard guard = SteadyFreezeGuard.defaults();
        SteadyFreezeGuard.Memory memory = new SteadyFreezeGuard.Memory(true, 4);

        // When
        for (int left = 3; left >= 0; left--) {
            memory = steady(guard, memory, "0.1", "3");
            assertThat(memory.left()).isEqualTo(left);
        }

        // Then
        assertThat(memory.inForce()).isFalse();
        assertThat(steady(guard, memory, "0.1", "3").left()).isEqualTo(4);
    }

    @Test
    void shouldFreezePartiallyForThreeSecondsAtLeast() {
        // Given
        PartialFreeze frozen = PartialFreeze.none(500).after(false, true, 1000, 3000);

        // Then
        assertThat(frozen.subsystems()).containsExactly("rebid");
        assertThat(frozen.sinceMs()).isEqualTo(1000);
        assertThat(frozen.after(false, false, 3999, 3000)).isEqualTo(frozen);
        assertThat(frozen.after(false, false, 4000, 3000).isActive()).isFalse();
        assertThat(frozen.after(true, true, 9000, 3000).sinceMs()).isEqualTo(1000);
        assertThat(frozen.after(true, false, 9000, 3000).subsystems()).containsExactly("rebid", "rescue_taker");
    }

    private static SteadyFreezeGuard.Memory steady(
            SteadyFreezeGuard guard, SteadyFreezeGuard.Memory memory, String risk, String net) {
        return guard.after(memory, Optional.of(new BigDecimal(risk)), Optional.of(new BigDecimal(net)));
    }

    /** Why the parameter would be dropped; empty: it would not. */
    private static List<String> dropped(GuardMemory memory, int ordinal, long timeMs, String parameter, String delta) {
        return GUARDS.check(memory, input(ordinal, timeMs), delta(parameter, delta), CATALOGUE)
                .guarded()
                .dropped()
                .getOrDefault(parameter, List.of());
    }

    private static GuardMemory nothing(GuardMemory memory, int ordinal) {
        return after(memory, ordinal, 0, NOTHING);
    }

    private static GuardMemory applied(GuardMemory memory, int ordinal, long timeMs, String parameter, String delta) {
        return after(memory, ordinal, timeMs, delta(parameter, delta));
    }

    private static GuardMemory after(
            GuardMemory memory, int ordinal, long timeMs, SortedMap<String, BigDecimal> applied) {
        return GUARDS.after(memory, input(ordinal, timeMs), applied, "s", CATALOGUE);
    }

    private static SortedMap<String, BigDecimal> delta(String parameter, String delta) {
        return new TreeMap<>(Map.of(parameter, new BigDecimal(delta)));
    }

    private static GuardInput input(int ordinal, long timeMs) {
        return GuardInputs.of(ordinal, timeMs, START);
    }
}
