package io.soakstream.deploy.run;

import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.Iteration;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.telemetry.MalformedMetricsException;
import io.soakstream.producer.telemetry.MetricsEndpoint;
import io.soakstream.producer.telemetry.Scrape;
import io.soakstream.producer.telemetry.TelemetryWindow;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bot that shows its metrics: what happened between two looks at them is an iteration. */
public final class MetricsFeed implements RunFeed {
    private final RunPlan plan;
    private final MetricsEndpoint endpoint;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param plan with its number of iterations
     * @param warnings takes why an iteration could not be made
     */
    public MetricsFeed(RunPlan plan, MetricsEndpoint endpoint, InstantSource clock, Consumer<String> warnings) {
        this.plan = plan;
        this.endpoint = endpoint;
        this.clock = clock;
        this.warnings = warnings;
    }

    @Override
    public RunKey key() {
        return plan.key();
    }

    @Override
    public int iterations() {
        return plan.totalIterations().orElseThrow();
    }

    /** @throws IOException the endpoint does not answer before the run begins */
    @Override
    public void run(KafkaAccess access) throws IOException, InterruptedException {
        Scrape before = endpoint.scrape();
        try (SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), clock);
                SoakRun run = producer.start(plan)) {
            boolean complete = follow(run, before, clock.instant());
            // What the bot runs with its metrics do not say, so there is no echo.
            run.end(
                            complete ? RunEnding.COMPLETED : RunEnding.ABORTED,
                            Optional.empty(),
                            Optional.empty(),
                            clock.instant())
                    .join();
        }
    }

    /** Gives whether the run came to its last iteration. */
    private boolean follow(SoakRun run, Scrape first, Instant begin) throws InterruptedException {
        Scrape before = first;
        for (int number = 1; number <= iterations(); number++) {
            Instant end = begin.plus(plan.period().multipliedBy(number));
            if (isStoppedBefore(end)) {
                return false;
            }
            Optional<Scrape> after = scrape(number);
            if (after.isPresent()) {
                run.send(iteration(number, new TelemetryWindow(before, after.get()), Duration.between(begin, end), end))
                        .join();
                before = after.get();
            }
        }
        return true;
    }

    private boolean isStoppedBefore(Instant end) throws InterruptedException {
        return stopped.await(Math.max(0, Duration.between(clock.instant(), end).toMillis()), TimeUnit.MILLISECONDS);
    }

    /** A bot that does not answer leaves a gap; nothing is made up. */
    private Optional<Scrape> scrape(int number) throws InterruptedException {
        try {
            return Optional.of(endpoint.scrape());
        } catch (IOException | MalformedMetricsException unreadable) {
            warnings.accept("iteration " + number + " is missing: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Iteration iteration(int number, TelemetryWindow window, Duration elapsed, Instant end) {
        IterationSummary summary =
                IterationSummary.newBuilder().setIteration(number).build();
        window.fill(summary);
        summary.setElapsedMs(elapsed.toMillis());
        return new Iteration(summary, end);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
