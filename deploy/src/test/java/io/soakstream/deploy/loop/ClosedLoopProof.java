package io.soakstream.deploy.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Many seeds: tuning is what makes the difference, and only in the right direction. */
final class ClosedLoopProof {
    /**
     * One without and two with something to learn: in a calm market the start alone is wrong; a volatile one asks for smaller and slower,
     * a toxic one for smaller and wider. The others change too fast for a window of eight, or for the worse.
     */
    private static final List<Regime> REGIMES = List.of(Regime.CALM, Regime.VOLATILE, Regime.ADVERSE_SELECTION);

    private static final double TUNED_AT_LEAST = 0.8;
    private static final double UNTUNED_AT_MOST = 0.2;

    private final List<Long> seeds;

    private ClosedLoopProof(List<Long> seeds) {
        this.seeds = seeds;
    }

    /**
     * @param count how many seeds are drawn (count)
     * @param seedOfSeeds from which they are
     */
    static ClosedLoopProof drawn(int count, long seedOfSeeds) {
        System.out.println("closed loop: seeds of -Dproof.seed=" + seedOfSeeds);
        return new ClosedLoopProof(LongStream.generate(new Random(seedOfSeeds)::nextLong)
                .limit(count)
                .boxed()
                .toList());
    }

    void tunedPasses() {
        assertMostPass("tuned", Soaks::tuned);
    }

    void untunedDoesNot() {
        for (Regime regime : REGIMES) {
            assertThat(passes("untuned", regime, Soaks::untuned))
                    .as("untuned in %s, seeds %s", regime, seeds)
                    .isLessThanOrEqualTo((long) Math.floor(UNTUNED_AT_MOST * seeds.size()));
        }
    }

    void invertedNeverDoes() {
        assertNonePasses("inverted", inverted(Soaks.RECKLESS));
    }

    void frozenNeverDoes() {
        assertNonePasses(
                "frozen",
                (seed, regime) -> Soaks.tuned(seed, regime, bot -> SilentBot.frozen(bot, Soaks.RECKLESS.values())));
    }

    void directionDecidesFromTheBestCell() {
        assertMostPass(
                "tuned from the best cell",
                (seed, regime) -> Soaks.tuned(Soaks.BEST_CELL, seed, regime, UnaryOperator.identity()));
        assertNonePasses("inverted from the best cell", inverted(Soaks.BEST_CELL));
    }

    private static BiFunction<Long, Regime, OfflineLoop.Result> inverted(Profile start) {
        return (seed, regime) -> Soaks.tuned(start, seed, regime, bot -> SilentBot.inverted(bot, start.values()));
    }

    private void assertMostPass(String what, BiFunction<Long, Regime, OfflineLoop.Result> soak) {
        for (Regime regime : REGIMES) {
            assertThat(passes(what, regime, soak))
                    .as("%s in %s, seeds %s", what, regime, seeds)
                    .isGreaterThanOrEqualTo((long) Math.floor(TUNED_AT_LEAST * seeds.size()));
        }
    }

    private void assertNonePasses(String what, BiFunction<Long, Regime, OfflineLoop.Result> soak) {
        for (Regime regime : REGIMES) {
            assertThat(passes(what, regime, soak))
                    .as("%s in %s, seeds %s", what, regime, seeds)
                    .isZero();
        }
    }

    private long passes(String what, Regime regime, BiFunction<Long, Regime, OfflineLoop.Result> soak) {
        List<VerdictLevel> ends = seeds.stream()
                .map(seed -> soak.apply(seed, regime))
                .map(OfflineLoop.Result::last)
                .map(Verdict::getVerdict)
                .toList();
        long passed = ends.stream().filter(VerdictLevel.PASS::equals).count();
        System.out.printf(Locale.ROOT, "closed loop: %s in %s: %d of %d PASS%n", what, regime, passed, ends.size());
        return passed;
    }
}
