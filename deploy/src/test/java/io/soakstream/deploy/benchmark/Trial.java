package io.soakstream.deploy.benchmark;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * One run of a pipeline over an input that lies ready.
 *
 * @param startSeconds from start until all threads run, reading the state back included (s)
 */
record Trial(double startSeconds, Measurement processing) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(20);

    /** Runs the pipeline and closes it. */
    static Trial run(BenchmarkBroker broker, Pipeline pipeline, Input input) {
        try (pipeline) {
            Progress progress = new Progress(broker, pipeline, input);
            pipeline.start();
            await(pipeline, POLL, progress::isComplete);
            return new Trial(progress.startSeconds(), progress.measurement());
        }
    }

    static void awaitCommitted(BenchmarkBroker broker, Pipeline pipeline, Input input) {
        await(pipeline, POLL, () -> input.isCoveredBy(broker.committed(pipeline.id())));
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
