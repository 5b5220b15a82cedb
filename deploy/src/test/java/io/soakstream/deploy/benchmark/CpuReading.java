package io.soakstream.deploy.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The clocks at one moment.
 *
 * @param wallNanos {@link System#nanoTime}
 * @param processNanos CPU time of this JVM (ns)
 * @param compilerNanos time that the JVM has spent on compiling, nearly all of it CPU time (ns)
 * @param threadNanos CPU time of the pipeline's threads (ns)
 */
record CpuReading(long wallNanos, long processNanos, long compilerNanos, long threadNanos) {
    private static final double NANOS = 1e9;
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @param pipeline what the names of its threads begin with */
    static CpuReading of(String pipeline) {
        long threads = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith(pipeline))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
        return new CpuReading(
                System.nanoTime(),
                SYSTEM.getProcessCpuTime(),
                TimeUnit.MILLISECONDS.toNanos(COMPILERS.getTotalCompilationTime()),
                threads);
    }

    Measurement until(CpuReading later, long records) {
        return new Measurement(
                records,
                (later.wallNanos - wallNanos) / NANOS,
                (later.processNanos - processNanos) / NANOS,
                (later.compilerNanos - compilerNanos) / NANOS,
                (later.threadNanos - threadNanos) / NANOS);
    }
}
