package io.soakstream.deploy.benchmark;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * One run of a pipeline over an input that lies ready. The clock runs from when the pipeline has its partitions and its
 * state until its group has committed the last offset: with exactly-once that is when the last output is visible.
 *
 * @param startSeconds from start to running, reading the state back included (s)
 */
record Trial(double startSeconds, Measurement processing) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration START_POLL = Duration.ofMillis(2);
    private static final Duration COMMIT_POLL = Duration.ofMillis(20);
    private static final double NANOS = 1e9;

    /** Runs the pipeline and closes it. */
    static Trial run(BenchmarkBroker broker, Pipeline pipeline, Input input) {
        try (pipeline) {
            long begin = System.nanoTime();
            pipeline.start();
            await(pipeline, START_POLL, pipeline::isRunning);
            CpuReading running = CpuReading.of(pipeline.id());
            awaitCommitted(broker, pipeline, input);
            return new Trial(
                    (running.wallNanos() - begin) / NANOS,
                    running.until(CpuReading.of(pipeline.id()), input.records()));
        }
    }

    static void awaitCommitted(BenchmarkBroker broker, Pipeline pipeline, Input input) {
        await(pipeline, COMMIT_POLL, () -> input.isCoveredBy(broker.committed(pipeline.id())));
    }

    static void await(Pipeline pipeline, Duration poll, BooleanSupplier reached) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(poll)
                .atMost(PATIENCE)
                .until(() -> {
                    pipeline.failure().ifPresent(failed -> {
                        throw new IllegalStateException(pipeline.id() + " failed", failed);
                    });
                    return reached.getAsBoolean();
                });
    }
}
