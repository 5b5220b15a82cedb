package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command.Action;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandRulesTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final Map<String, BigDecimal> COMPLETE =
            Overrides.start(CATALOGUE).values();
    private static final int LAST_ITERATION = 7;

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"ROLLBACK", "REBASE"})
    void shouldTakeOnlyCompleteAndLegalValues(Action action) {
        // Given
        Map<String, BigDecimal> incomplete = new TreeMap<>(COMPLETE);
        incomplete.remove("tail_age_ms");
        Map<String, BigDecimal> illegal = new TreeMap<>(COMPLETE);
        illegal.put("tail_age_ms", new BigDecimal("801"));
        Map<String, BigDecimal> unknown = new TreeMap<>(COMPLETE);
        unknown.put("no_such_thing", BigDecimal.ONE);
        Map<String, BigDecimal> byPath = new TreeMap<>(incomplete);
        byPath.put("engine.tail_age_ms", new BigDecimal("700"));

        // Then
        assertThat(refusal(values(action, COMPLETE))).isEmpty();
        assertThat(refusal(values(action, byPath))).isEmpty();
        assertThat(refusal(values(action, incomplete))).contains("incomplete_values");
        assertThat(refusal(values(action, Map.of()))).contains("incomplete_values");
        assertThat(refusal(values(action, illegal))).contains("invalid_values");
        assertThat(refusal(values(action, unknown))).contains("invalid_values");
    }

    @Test
    void shouldGiveNoValuesWhereARecordingHasThem() {
        // Given
        Projection judged = projection(true);

        // Then
        assertThat(judged.refusal(values(Action.REBASE, COMPLETE), 0, CATALOGUE))
                .contains("judge_mode");
        assertThat(judged.refusal(values(Action.ROLLBACK, Map.of()), 0, CATALOGUE))
                .contains("judge_mode");
        assertThat(judged.refusal(frozen(Action.FREEZE), 0, CATALOGUE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"FREEZE", "UNFREEZE"})
    void shouldNameOnlySubsystemsThatCanBeFrozen(Action action) {
        assertThat(refusal(frozen(action))).isEmpty();
        assertThat(refusal(frozen(action, "rebid"))).isEmpty();
        assertThat(refusal(frozen(action, "rebid", "rescue_taker"))).isEmpty();
        assertThat(refusal(frozen(action, "edge"))).contains("edge_never_frozen");
        assertThat(refusal(frozen(action, "rebid", "edge", "moon"))).contains("edge_never_frozen");
        assertThat(refusal(frozen(action, "rebid", "moon"))).contains("unknown_subsystem");
    }

    @Test
    void shouldComeInTime() {
        assertThat(refusal(until(OptionalInt.empty()))).isEmpty();
        assertThat(refusal(until(OptionalInt.of(LAST_ITERATION)))).isEmpty();
        assertThat(refusal(until(OptionalInt.of(LAST_ITERATION - 1)))).contains("out_of_date");
    }

    @Test
    void shouldKnowWhatItChanges() {
        assertThat(refusal(on(Optional.of(Overrides.start(CATALOGUE).stateHash()))))
                .isEmpty();
        assertThat(refusal(on(Optional.of("another")))).contains("base_moved");
    }

    @Test
    void shouldNameTheFirstReasonInOrder() {
        // Given
        Command all =
                new Command("c", Action.UNKNOWN, Map.of(), Set.of("edge"), OptionalInt.of(1), Optional.of("another"));
        Command inTime =
                new Command("c", Action.UNKNOWN, Map.of(), Set.of("edge"), OptionalInt.empty(), Optional.of("another"));

        // Then
        assertThat(refusal(all)).contains("out_of_date");
        assertThat(refusal(inTime)).contains("base_moved");
        assertThat(refusal(values(Action.UNKNOWN, Map.of()))).contains("unknown_action");
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"AUTO_TUNE_ON", "AUTO_TUNE_OFF", "SILENCE", "ACKNOWLEDGE"})
    void shouldObeyWhatNeedsNoMore(Action action) {
        assertThat(refusal(values(action, Map.of()))).isEmpty();
    }

    private static Optional<String> refusal(Command command) {
        return projection(false).refusal(command, LAST_ITERATION, CATALOGUE);
    }

    private static Projection projection(boolean judgeMode) {
        return Projection.start(
                Overrides.start(CATALOGUE),
                true,
                OptionalInt.empty(),
                judgeMode,
                new EchoRules(false, false, 3),
                List.of());
    }

    private static Command values(Action action, Map<String, BigDecimal> values) {
        return new Command("c", action, values, Set.of(), OptionalInt.empty(), Optional.empty());
    }

    private static Command frozen(Action action, String... subsystems) {
        return new Command("c", action, Map.of(), Set.of(subsystems), OptionalInt.empty(), Optional.empty());
    }

    private static Command until(OptionalInt iteration) {
        return new Command("c", Action.FREEZE, Map.of(), Set.of(), iteration, Optional.empty());
    }

    private static Command on(Optional<String> baseHash) {
        return new Command("c", Action.FREEZE, Map.of(), Set.of(), OptionalInt.empty(), baseHash);
    }
}
