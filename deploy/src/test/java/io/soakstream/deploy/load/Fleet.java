package io.soakstream.deploy.load;

import io.soakstream.producer.client.IterationScope;
import io.soakstream.producer.client.Kpis;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Bots that each send an iteration a second, evenly spread over the second, and run with whatever they are told. Event time
 * goes by in iterations of five minutes, so that guards and windows are at work.
 */
final class Fleet implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Instant BEGIN = Instant.parse("2025-10-12T12:00:00Z");
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SoakProducer soak;
    private final List<Bot> bots = new ArrayList<>();
    private final ScheduledExecutorService beat = Executors.newScheduledThreadPool(2);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Fleet(SoakProducer soak) {
        this.soak = soak;
    }

    /** Starts the runs, and then all bots. */
    void launch(int size) {
        for (int number = 0; number < size; number++) {
            bots.add(new Bot(soak.start(RunPlan.of("bot" + number, "load").withPeriod(PERIOD), BEGIN), number));
        }
        for (Bot bot : bots) {
            beat.scheduleAtFixedRate(bot, bot.number * SECOND_NANOS / size, SECOND_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    /** Ends all runs once what was sent is acknowledged. */
    void land() throws InterruptedException {
        beat.shutdown();
        if (!beat.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the bots do not come to an end");
        }
        bots.forEach(Bot::end);
    }

    long sent() {
        return bots.stream().mapToLong(bot -> bot.sent.get()).sum();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Iterations for which there was no room (count); they are sent a second later. */
    long refused() {
        return refused.get();
    }

    /** What went wrong first; {@code null}: nothing. */
    Throwable failure() {
        return failure.get();
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }

    private final class Bot implements Runnable {
        private final SoakRun run;
        private final int number;
        private final AtomicInteger sent = new AtomicInteger();

        Bot(SoakRun run, int number) {
            this.run = run;
            this.number = number;
        }

        @Override
        public void run() {
            try {
                int next = sent.get() + 1;
                run.switchToDesired();
                IterationScope iteration = run.begin(next);
                run.offer(iteration.finish(kpis(next), BEGIN.plus(PERIOD.multipliedBy(next))))
                        .ifPresentOrElse(
                                delivery -> {
                                    sent.set(next);
                                    delivery.whenComplete((done, lost) -> count(lost));
                                },
                                refused::incrementAndGet);
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
                throw failed;
            }
        }

        void end() {
            run.end(RunEnding.COMPLETED, Optional.empty(), BEGIN.plus(PERIOD.multipliedBy(sent.get())))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        }

        private void count(Throwable lost) {
            if (lost == null) {
                acknowledged.incrementAndGet();
            } else {
                failure.compareAndSet(null, lost);
            }
        }

        /** KPIs that come and go, so that rules fire and guards hold now and then. */
        private Kpis kpis(int iteration) {
            double wave = (iteration * 7 + number * 3) % 20 / 20.0;
            return Kpis.builder()
                    .netBps(2.2 + 1.5 * wave)
                    .riskRatio(0.2 + 0.5 * wave)
                    .makerShare(0.8 + 0.1 * wave)
                    .p95LatencyMs(250 + 120 * wave)
                    .adverseBpsP95(2 + 2 * wave)
                    .slippageBpsP95(1 + 2 * wave)
                    .build();
        }
    }
}
