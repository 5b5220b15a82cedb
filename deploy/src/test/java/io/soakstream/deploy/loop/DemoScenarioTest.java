package io.soakstream.deploy.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@code soak demo} shows: a bad start, tuned until it could be released. */
class DemoScenarioTest {
    private static final long SEED = 7;
    private static final int WINDOW = 8;
    private static final int SNAPSHOT_PASSES = 6;

    private final OfflineLoop.Result demo = Soaks.tuned(SEED, Regime.CALM);

    @Test
    void shouldBeginWithALossAndHighRisk() {
        // When
        IterationSummary first = iterations().get(0);

        // Then
        assertThat(first.getNetBps()).isNegative();
        assertThat(first.getRiskRatio()).isGreaterThan(0.6);
    }

    @Test
    void shouldGoFromFailOverWarnToPassAndStayThere() {
        // When
        List<VerdictLevel> levels = new ArrayList<>();
        for (Verdict verdict : demo.verdicts()) {
            if (levels.isEmpty() || levels.get(levels.size() - 1) != verdict.getVerdict()) {
                levels.add(verdict.getVerdict());
            }
        }

        // Then
        assertThat(levels)
                .containsExactly(VerdictLevel.INCONCLUSIVE, VerdictLevel.FAIL, VerdictLevel.WARN, VerdictLevel.PASS);
    }

    @Test
    void shouldEndFreezeReadyWithTheSteadyStateFreezeInForce() {
        // When
        Verdict last = demo.last();

        // Then
        assertThat(last.getFreezeReady()).isTrue();
        assertThat(last.getMissing()).isEmpty();
        assertThat(last.getGuards())
                .filteredOn(guard -> guard.getGuard().equals("freeze"))
                .flatExtracting(GuardActivity::getIterations)
                .contains(Soaks.ITERATIONS);
    }

    /** The limits of the snapshot policy, iteration by iteration. */
    @Test
    void shouldEndReadyBySnapshotToo() {
        // When
        List<IterationSummary> all = iterations();

        // Then
        assertThat(all.subList(all.size() - WINDOW, all.size()))
                .filteredOn(iteration -> iteration.getMakerTakerRatio() >= 0.85
                        && iteration.getP95LatencyMs() <= 350
                        && iteration.getRiskRatio() <= 0.42
                        && iteration.getNetBps() >= 2.7)
                .hasSizeGreaterThanOrEqualTo(SNAPSHOT_PASSES);
    }

    @Test
    void shouldGiveTheSameDigestEachTime() {
        assertThat(Soaks.tuned(SEED, Regime.CALM).last().getDigest())
                .isEqualTo(demo.last().getDigest());
    }

    @Test
    void shouldGiveTheDigestThatTheReadmeShows() throws IOException {
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("  digest        " + demo.last().getDigest());
    }

    private List<IterationSummary> iterations() {
        return demo.events().stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .toList();
    }
}
