package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Superseded;
import io.soakstream.tuner.vector.Vector;
import io.soakstream.tuner.vector.VectorSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oscillation, velocity and cooldown against the library functions of the earlier system, which nothing called. Each is
 * put as the deltas of a run: a sequence of values as the moves between them, a change per hour as steps, a magnitude as
 * a share of a parameter's span. Those that our rules answer otherwise stand in {@link Superseded}.
 */
class MovementVectorsTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final String SPREAD = "base_spread_bps";

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({
        "osc_1_2_1",
        "osc_1_2_3",
        "osc_1_2_1.00001",
        "osc_1_2_1.1",
        "osc_1",
        "osc_1_2",
        "osc_1_2_1_2",
        "osc_0.14_0.16_0.14",
        "osc_0.14_0.15_0.16",
        "osc_false_positive"
    })
    void shouldSeeTheSameOscillations(Vector vector) {
        assertThat(oscillates(vector)).isEqualTo(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"vel_100_105_1", "vel_100_120_1", "vel_100_80_1", "vel_100_95_1", "vel_0.14_0.2_1"})
    void shouldSeeTheSameSpeeds(Vector vector) {
        assertThat(isSlowEnough(vector)).isEqualTo(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @MethodSource("io.soakstream.tuner.vector.Superseded#oscillations")
    void shouldSeeOtherwiseWhatIsSupersededOfOscillation(Vector vector) {
        assertThat(oscillates(vector)).isNotEqualTo(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @MethodSource("io.soakstream.tuner.vector.Superseded#velocities")
    void shouldSeeOtherwiseWhatIsSupersededOfVelocity(Vector vector) {
        assertThat(isSlowEnough(vector)).isNotEqualTo(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"cool_0.15_0", "cool_0.05_2", "cool_0.05_1", "cool_0.05_0", "cool_0.1_0"})
    void shouldCoolDownAsLong(Vector vector) {
        // Given
        CooldownGuard guard = new CooldownGuard(
                vector.input().get("threshold").decimalValue(),
                vector.input().get("cooldown_iters").intValue());
        int remaining = vector.input().get("remaining").intValue();
        SortedMap<String, Integer> cooling =
                remaining == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(SPREAD, remaining));
        BigDecimal delta = vector.input()
                .get("magnitude")
                .decimalValue()
                .multiply(CATALOGUE.get(SPREAD).span());

        // When
        boolean applies = !cooling.containsKey(SPREAD);
        SortedMap<String, Integer> after =
                guard.after(cooling, applies ? new TreeMap<>(Map.of(SPREAD, delta)) : new TreeMap<>(), CATALOGUE);

        // Then
        assertThat(applies).isEqualTo(vector.expected().get("should_apply").booleanValue());
        assertThat(after.getOrDefault(SPREAD, 0))
                .isEqualTo(vector.expected().get("cooldown_remaining").intValue());
    }

    /** Whether the last move of the sequence would be dropped, after the others were applied. */
    private static boolean oscillates(Vector vector) {
        List<Overrides> states = new ArrayList<>();
        for (JsonNode value : vector.input().get("seq")) {
            states.add(state(value.decimalValue()));
        }
        if (states.size() < 2) {
            return false;
        }
        List<AppliedDeltas> history = new ArrayList<>();
        List<String> hashes = new ArrayList<>(List.of(states.get(0).stateHash()));
        for (int i = 1; i < states.size() - 1; i++) {
            SortedMap<String, BigDecimal> move = move(states.get(i - 1), states.get(i));
            if (!move.isEmpty()) {
                history.add(new AppliedDeltas(i, i, move));
                hashes.remove(states.get(i).stateHash());
                hashes.add(0, states.get(i).stateHash());
            }
        }
        Overrides last = states.get(states.size() - 1);
        SortedMap<String, BigDecimal> proposed = move(states.get(states.size() - 2), last);
        return !OscillationGuard.defaults()
                .oscillating(proposed, states.size(), history, hashes, last.stateHash())
                .isEmpty();
    }

    /** Values above the catalogue's are asserted at a tenth. */
    private static Overrides state(BigDecimal value) {
        BigDecimal fitting = value.compareTo(BigDecimal.ONE) < 0 ? value : value.movePointLeft(1);
        return Overrides.startingFrom(CATALOGUE, Map.of(SPREAD, fitting));
    }

    private static SortedMap<String, BigDecimal> move(Overrides from, Overrides to) {
        BigDecimal delta =
                to.value(SPREAD).orElseThrow().subtract(from.value(SPREAD).orElseThrow());
        return delta.signum() == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(SPREAD, delta));
    }

    /** What may change in an hour is put as the 10 steps that may move in one. */
    private static boolean isSlowEnough(Vector vector) {
        VelocityGuard guard = VelocityGuard.defaults();
        BigDecimal change = vector.input()
                .get("new")
                .decimalValue()
                .subtract(vector.input().get("old").decimalValue());
        BigDecimal steps = change.multiply(guard.maxSteps())
                .divide(vector.input().get("max_per_hour").decimalValue());
        BigDecimal delta = CATALOGUE.get(SPREAD).step().orElseThrow().multiply(steps);
        return guard.tooFast(new TreeMap<>(Map.of(SPREAD, delta)), 0, 0, List.of(), CATALOGUE)
                .isEmpty();
    }
}
