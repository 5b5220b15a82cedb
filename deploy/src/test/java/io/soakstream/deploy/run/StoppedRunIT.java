package io.soakstream.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.profile.StartPlan;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedRunIT {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final SimulatedRun RUN =
            new SimulatedRun(new RunKey("mm", "stopped"), 100_000, SimulatedRun.BEGIN, PERIOD, StartPlan.none(), true);

    @TempDir
    private Path directory;

    @Test
    void shouldLeaveAPartialReportOfARunThatIsStopped() throws IOException {
        // Given
        SimulatedBot bot =
                new SimulatedBot(new SimulatedMarket(7, RegimePlan.of(Regime.CALM), PERIOD), iteration -> {});
        SimulatedFeed feed = new SimulatedFeed(RUN, bot, Pace.simulated(RUN.begin()));
        try (Line line = line();
                RunDirectory files = RunDirectory.shared(directory.resolve("latest"))) {
            // When
            List<Verdict> lasts = new RunFollowing(line, new RunFiles(files), stopAfterThree(feed), () -> false)
                    .follow(feed, List.of("release"));

            // Then
            int iterations = lasts.get(0).getIteration();
            assertThat(iterations).isBetween(3, 1_000);
            assertThat(files.path().resolve("ITER_SUMMARY_" + iterations + ".json"))
                    .exists();
            assertThat(files.path().resolve("TUNING_REPORT.json")).content().contains("\"count\": " + iterations);
        }
    }

    private static RunProgress stopAfterThree(RunFeed feed) {
        return new RunProgress() {
            @Override
            public void iteration(TuningDecision decision, Verdict verdict) {
                if (verdict.getIteration() == 3) {
                    feed.stop();
                }
            }

            @Override
            public void close() {
                feed.stop();
            }
        };
    }

    private Line line() {
        Line line = Line.on(new Topics("stopped."));
        line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }
}
