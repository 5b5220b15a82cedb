package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.CommandedFreeze;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GuardSignalsTest {
    private static final CommandedFreeze RESCUE_FROZEN =
            new CommandedFreeze(false, new TreeSet<>(Set.of("rescue_taker")));
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());
    private static final GuardTable GUARDS = GuardTable.defaults();

    @Test
    void shouldTellOfGuardsThatRest() {
        // When
        List<GuardSignal> signals = GuardSignals.of(
                GuardMemory.initial(7, "s"), GUARDS, input("359.9", CommandedFreeze.none()), Set.of(), Set.of());

        // Then
        assertThat(signals)
                .extracting(GuardSignal::guard)
                .containsExactly(
                        "oscillation",
                        "latency_hard",
                        "partial_freeze",
                        "steady_freeze",
                        "total_freeze",
                        "velocity",
                        "cooldown");
        assertThat(signals).allSatisfy(signal -> {
            assertThat(signal.raw()).isFalse();
            assertThat(signal.debounced()).isFalse();
            assertThat(signal.concerned()).isEmpty();
        });
        assertThat(signals.subList(0, 3)).extracting(GuardSignal::sinceMs).containsOnly(Optional.of(7L));
        assertThat(signals.subList(3, 7)).extracting(GuardSignal::sinceMs).containsOnly(Optional.empty());
    }

    @Test
    void shouldTellWhatEachGuardHolds() {
        // Given
        GuardMemory memory = new GuardMemory(
                new Debounce(true, 11, true, 2, 1, 11),
                new Debounce(true, 12, true, 2, 1, 12),
                new PartialFreeze(new TreeSet<>(Set.of("rebid")), 13),
                new SteadyFreezeGuard.Memory(true, 4),
                0,
                List.of(),
                new TreeMap<>(Map.of("tail_age_ms", 1)),
                List.of("s"));

        // When
        List<GuardSignal> signals =
                GuardSignals.of(memory, GUARDS, input("360", RESCUE_FROZEN), Set.of("b", "a"), Set.of("c"));

        // Then
        assertThat(signals).allSatisfy(signal -> {
            assertThat(signal.raw()).isTrue();
            assertThat(signal.debounced()).isTrue();
        });
        assertThat(signals.subList(0, 3))
                .extracting(GuardSignal::sinceMs)
                .containsExactly(Optional.of(11L), Optional.of(12L), Optional.of(13L));
        assertThat(signals)
                .extracting(signal -> List.copyOf(signal.concerned()))
                .containsExactly(
                        List.of("a", "b"),
                        List.of(),
                        List.of("rebid"),
                        List.of("impact_cap_ratio", "max_delta_ratio"),
                        List.of("rescue_taker"),
                        List.of("c"),
                        List.of("tail_age_ms"));
    }

    @Test
    void shouldTellOfATotalFreezeThatNamesNoSubsystem() {
        // Given
        GuardMemory quiet = GuardMemory.initial(0, "s");
        CommandedFreeze total = new CommandedFreeze(true, new TreeSet<>());

        // When
        GuardSignal signal = GuardSignals.of(quiet, GUARDS, input("1", total), Set.of(), Set.of())
                .get(4);

        // Then
        assertThat(signal.debounced()).isTrue();
        assertThat(signal.concerned()).isEmpty();
    }

    private static GuardInput input(String p95LatencyMs, CommandedFreeze freeze) {
        return new GuardInput(
                1,
                0,
                300_000,
                START,
                freeze,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(p95LatencyMs)));
    }
}
