package io.soakstream.deploy.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches a pipeline from outside, by what its group has committed; with exactly-once that is what can be read.
 *
 * <p>The clock starts with the first commit that is seen, and the records of that commit do not count. Not with the
 * state RUNNING: that comes when all threads have their partitions, and by then the first thread may be through.
 */
final class Progress {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    /** With less left to measure, the start decides about the figure (share of the records). */
    private static final double LEAST_MEASURED = 0.5;

    private final BenchmarkBroker broker;
    private final Pipeline pipeline;
    private final Input input;
    private final long begin = System.nanoTime();
    private long runningNanos;
    private long recordsBefore;
    private CpuReading first;
    private CpuReading last;

    Progress(BenchmarkBroker broker, Pipeline pipeline, Input input) {
        this.broker = broker;
        this.pipeline = pipeline;
        this.input = input;
    }

    /** Looks once; true when all is committed and all threads run. */
    boolean isComplete() {
        if (runningNanos == 0 && pipeline.isRunning()) {
            runningNanos = System.nanoTime();
        }
        if (last == null) {
            look(broker.committed(pipeline.id()));
        }
        return last != null && runningNanos != 0;
    }

    private void look(Map<TopicPartition, Long> committed) {
        long covered = input.recordsCoveredBy(committed);
        if (first == null && covered > 0) {
            first = CpuReading.of(pipeline.id());
            recordsBefore = covered;
        } else if (first != null && input.isCoveredBy(committed)) {
            last = CpuReading.of(pipeline.id());
        }
    }

    double startSeconds() {
        return (runningNanos - begin) / NANOS;
    }

    /**
     * What came after the first commit.
     *
     * @throws IllegalStateException that is too little to tell anything
     */
    Measurement measurement() {
        long measured = input.records() - recordsBefore;
        if (measured < LEAST_MEASURED * input.records()) {
            throw new IllegalStateException(pipeline.id() + " had committed " + recordsBefore + " of " + input.records()
                    + " records when it was first looked at: more records are needed");
        }
        return first.until(last, measured);
    }
}
