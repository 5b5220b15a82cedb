package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Vector;
import io.soakstream.tuner.vector.VectorSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The guards against the earlier system's. */
class GuardVectorsTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final GuardTable GUARDS = GuardTable.defaults();
    private static final long PERIOD_MS = 300_000;
    private static final String SPREAD = "base_spread_bps";
    /** From the start value of 0.12 to the 0.25 that the vectors propose. */
    private static final SortedMap<String, BigDecimal> PROPOSED =
            new TreeMap<>(Map.of(SPREAD, new BigDecimal("0.1300")));

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"debounce_open", "debounce_close", "debounce_glitch"})
    void shouldDebounce(Vector vector) {
        // Given
        long openMs = vector.input().get("open_ms").longValue();
        long closeMs = vector.input().get("close_ms").longValue();
        DebounceLimits limits = new DebounceLimits(1, openMs, 1, closeMs, 3);
        List<Boolean> active = new ArrayList<>();
        List<Boolean> changed = new ArrayList<>();

        // When
        Debounce debounce = Debounce.closed(0);
        for (JsonNode update : vector.input().get("updates")) {
            Debounce next =
                    debounce.sampled(update.get(1).booleanValue(), update.get(0).longValue(), limits, PERIOD_MS);
            active.add(next.active());
            changed.add(next.active() != debounce.active());
            debounce = next;
        }

        // Then
        assertThat(active).isEqualTo(booleans(vector.expected().get("active")));
        if (vector.expected().has("changed")) {
            assertThat(changed).isEqualTo(booleans(vector.expected().get("changed")));
        }
    }

    @Test
    @AssertsVectors("pfreeze_1")
    void shouldNeverFreezeTheEdge() {
        // When
        PartialFreeze frozen = PartialFreeze.none(0).after(true, false, 0, 3000);

        // Then
        assertThat(frozen.isActive()).isTrue();
        assertThat(frozen.subsystems()).containsExactly("rebid", "rescue_taker");
    }

    @Test
    @AssertsVectors("pfreeze_min")
    void shouldStayFrozenForAWhile() {
        // Given
        Vector vector = Vector.of("pfreeze_min");
        long minMs = vector.input().get("min_ms").longValue();
        PartialFreeze frozen = PartialFreeze.none(0).after(true, false, 0, minMs);

        // When
        List<Boolean> lifted = new ArrayList<>();
        for (JsonNode atMs : vector.input().get("deactivate_at")) {
            lifted.add(!frozen.after(false, false, atMs.longValue(), minMs).isActive());
        }

        // Then
        assertThat(lifted).isEqualTo(booleans(vector.expected()));
    }

    /** The vector's reason is the debounced signal that stands beside the freeze; its elapsed time is since when. */
    @Test
    @AssertsVectors("pfreeze_status")
    void shouldTellWhatIsFrozenAndSinceWhen() {
        // Given
        GuardMemory quiet = GuardMemory.initial(1000, "start");
        GuardMemory frozen = memory(quiet, new PartialFreeze(new TreeSet<>(List.of("rebid", "rescue_taker")), 2000));

        // Then
        assertThat(signal(quiet, GuardSignal.PARTIAL_FREEZE)).satisfies(signal -> {
            assertThat(signal.debounced()).isFalse();
            assertThat(signal.concerned()).isEmpty();
        });
        assertThat(signal(frozen, GuardSignal.PARTIAL_FREEZE)).satisfies(signal -> {
            assertThat(signal.debounced()).isTrue();
            assertThat(signal.concerned()).containsExactly("rebid", "rescue_taker");
            assertThat(signal.sinceMs()).contains(2000L);
        });
    }

    /** The rescue ratio is known but not tunable here: its subsystem is asserted, the rest is filtered. */
    @Test
    @AssertsVectors("pfreeze_filter")
    void shouldDropWhatIsFrozen() {
        // Given
        Vector vector = Vector.of("pfreeze_filter");
        SortedMap<String, BigDecimal> deltas =
                new TreeMap<>(Vector.decimals(vector.input().get("deltas")));
        deltas.remove("rescue_max_ratio");
        GuardMemory frozen = memory(
                GuardMemory.initial(0, "start"), new PartialFreeze(new TreeSet<>(List.of("rebid", "rescue_taker")), 0));

        // When
        Guarded guarded = GUARDS.check(frozen, input(1, 1), deltas, CATALOGUE).guarded();

        // Then
        assertThat(guarded.remaining().keySet()).containsExactlyElementsOf(texts(vector.expected()));
        assertThat(CATALOGUE.get("rescue_max_ratio").subsystem()).isEqualTo("rescue_taker");
    }

    /** The vector's parameter {@code a} is in no catalogue: one that would be frozen first takes its place. */
    @Test
    @AssertsVectors("pfreeze_filter_none")
    void shouldDropNothingWhileNothingIsFrozen() {
        // When
        Guarded guarded = check(GuardMemory.initial(0, "start"));

        // Then
        assertThat(guarded.remaining()).isEqualTo(PROPOSED);
        assertThat(guarded.dropped()).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"guard_skip_cooldown", "guard_skip_velocity", "guard_skip_oscillation", "guard_skip_freeze"})
    void shouldSkipForTheGuardThatHolds(Vector vector) {
        // Given
        String guard = vector.id().substring("guard_skip_".length());

        // When
        Guarded guarded = check(held(List.of(guard)));

        // Then
        assertThat(guarded.remaining()).isEmpty();
        assertThat(guarded.dropped()).containsOnly(Map.entry(SPREAD, List.of(guard)));
        assertThat(guarded.firstReason()).contains(guard);
        assertThat(vector.expected().get("skip_reason." + guard).booleanValue()).isTrue();
        assertThat(outcome(guarded)).isEqualTo(Outcome.SKIPPED);
    }

    /** The first is the reason; tuning-rules.md 3 has the others recorded beside it. */
    @Test
    @AssertsVectors("guard_priority")
    void shouldSkipForTheFirstOfSeveralGuards() {
        // When
        Guarded guarded = check(held(OutcomeReason.GUARDS));

        // Then
        assertThat(guarded.firstReason()).contains("freeze");
        assertThat(guarded.dropped())
                .containsOnly(Map.entry(SPREAD, List.of("freeze", "oscillation", "velocity", "cooldown")));
    }

    private static Outcome outcome(Guarded guarded) {
        return Projection.start(
                        Overrides.start(CATALOGUE),
                        true,
                        OptionalInt.empty(),
                        false,
                        new EchoRules(false, false, 3),
                        List.of())
                .resolve(1, true, "no_change", guarded.remaining(), guarded.firstReason())
                .outcome();
    }

    /** A memory in which exactly these guards hold for {@link #PROPOSED}. */
    private static GuardMemory held(List<String> guards) {
        GuardMemory quiet = GuardMemory.initial(0, "now");
        String result = Overrides.start(CATALOGUE).plus(PROPOSED).stateHash();
        return new GuardMemory(
                quiet.oscillation(),
                quiet.latencyHard(),
                guards.contains("freeze")
                        ? new PartialFreeze(new TreeSet<>(Set.of("rebid")), 0)
                        : quiet.partialFreeze(),
                quiet.steadyFreeze(),
                guards.contains("velocity") ? 3 : 0,
                List.of(),
                guards.contains("cooldown") ? new TreeMap<>(Map.of(SPREAD, 2)) : new TreeMap<>(),
                guards.contains("oscillation") ? List.of("now", result) : List.of("now"));
    }

    private static GuardMemory memory(GuardMemory memory, PartialFreeze freeze) {
        return new GuardMemory(
                memory.oscillation(),
                memory.latencyHard(),
                freeze,
                memory.steadyFreeze(),
                memory.appliedInARow(),
                memory.history(),
                memory.cooling(),
                memory.states());
    }

    private static GuardSignal signal(GuardMemory memory, String guard) {
        return GuardSignals.of(memory, GUARDS, input(1, 0), List.of(), List.of()).stream()
                .filter(signal -> signal.guard().equals(guard))
                .findFirst()
                .orElseThrow();
    }

    private static Guarded check(GuardMemory memory) {
        return GUARDS.check(memory, input(1, 0), PROPOSED, CATALOGUE).guarded();
    }

    private static GuardInput input(int ordinal, long timeMs) {
        return GuardInputs.of(ordinal, timeMs, Overrides.start(CATALOGUE));
    }

    private static List<Boolean> booleans(JsonNode array) {
        List<Boolean> booleans = new ArrayList<>();
        array.forEach(node -> booleans.add(node.booleanValue()));
        return booleans;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
