package io.soakstream.gate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The numbers were computed by SciPy 1.17 (mannwhitneyu) and, of the differences, by writing them all down. */
class RankTestTest {
    private static final double[] BEFORE = {2.1, 2.4, 2.2, 2.8, 2.5, 2.9, 2.7, 2.3};
    private static final double[] AFTER = {3.1, 3.4, 2.95, 3.8, 3.5, 2.85, 3.7, 3.3};

    @Test
    void shouldBeExactWithoutTies() {
        // When
        RankTest test = RankTest.of(BEFORE, AFTER).orElseThrow();

        // Then
        assertThat(test.pValue()).isCloseTo(0.0003108003108003108, within(1e-15));
        assertThat(test.cliffsDelta()).isEqualTo(0.96875);
        assertThat(test.shift()).isCloseTo(0.825, within(1e-12));
        assertThat(test.interval().orElseThrow().low()).isCloseTo(0.45, within(1e-12));
        assertThat(test.interval().orElseThrow().high()).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void shouldCorrectForTies() {
        // When
        RankTest test = RankTest.of(
                        new double[] {0.3, 0.3, 0.32, 0.35, 0.3, 0.31, 0.4, 0.3},
                        new double[] {0.3, 0.33, 0.36, 0.41, 0.38, 0.35, 0.42, 0.4})
                .orElseThrow();

        // Then
        assertThat(test.pValue()).isCloseTo(0.03735491976747865, within(1e-12));
        assertThat(test.cliffsDelta()).isEqualTo(0.625);
        assertThat(test.shift()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void shouldGiveNoIntervalForTooFew() {
        // When
        RankTest test =
                RankTest.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}).orElseThrow();

        // Then
        assertThat(test.interval()).isEmpty();
        assertThat(test.pValue()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void shouldFindNothingWhereNothingMoves() {
        // When
        RankTest test = RankTest.of(new double[] {0.3, 0.3}, new double[] {0.3, 0.3, 0.3})
                .orElseThrow();

        // Then
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.cliffsDelta()).isZero();
        assertThat(test.shift()).isZero();
    }

    @Test
    void shouldTestNothingWithoutValues() {
        assertThat(RankTest.of(new double[0], AFTER)).isEmpty();
        assertThat(RankTest.of(BEFORE, new double[0])).isEmpty();
    }

    @Property(tries = 300)
    void shouldFindEachDifferenceByItsRank(
            @ForAll @Size(min = 1, max = 9) double[] minuends, @ForAll @Size(min = 1, max = 9) double[] subtrahends) {
        // Given
        double[] left = bounded(minuends);
        double[] right = bounded(subtrahends);
        double[] all = Arrays.stream(left)
                .flatMap(minuend -> Arrays.stream(right).map(subtrahend -> minuend - subtrahend))
                .sorted()
                .toArray();

        // When
        PairwiseDifferences differences = new PairwiseDifferences(left, right);

        // Then
        for (int rank = 1; rank <= all.length; rank++) {
            assertThat(differences.at(rank)).isEqualTo(all[rank - 1]);
        }
    }

    /** In the range of measured values, with ties. */
    private static double[] bounded(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? Math.rint(value % 50) / 4 : 1)
                .map(value -> value + 0.0)
                .toArray();
    }

    @Property(tries = 200)
    void shouldTurnAroundWithItsSides(
            @ForAll @Size(min = 2, max = 12) double[] one, @ForAll @Size(min = 2, max = 12) double[] other) {
        // Given
        double[] before = bounded(one);
        double[] after = bounded(other);

        // When
        RankTest there = RankTest.of(before, after).orElseThrow();
        RankTest back = RankTest.of(after, before).orElseThrow();

        // Then
        assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-12));
        assertThat(back.cliffsDelta()).isCloseTo(-there.cliffsDelta(), within(1e-12));
        assertThat(back.shift()).isCloseTo(-there.shift(), within(1e-12));
    }

    @Test
    void shouldNeedMoreForSmallerEffects() {
        assertThat(Evidence.missing(49, 49, 0.33)).isEmpty();
        assertThat(Evidence.missing(8, 8, 0.33)).contains(new Evidence(41, 41));
        assertThat(Evidence.missing(36, 8, 0.33)).contains(new Evidence(0, 65));
        assertThat(Evidence.missing(8, 8, 0.9)).isEmpty();
    }

    @Test
    void shouldWeighWhatFollowsFromWhatCameBefore() {
        assertThat(Dependence.lagOne(new double[] {1, 2, 3, 4, 5, 6, 7, 8}).orElseThrow())
                .isCloseTo(0.625, within(1e-12));
        assertThat(Dependence.lagOne(new double[] {1, 1, 1, 1})).isEmpty();
        assertThat(Dependence.lagOne(new double[] {1, 2})).isEmpty();
        assertThat(Dependence.weight(36, 0.8)).isEqualTo(4);
    }
}
