package io.soakstream.deploy.benchmark;

/**
 * What it took to process records.
 *
 * @param records processed and committed (count)
 * @param seconds wall time (s)
 * @param processCpuSeconds of the whole JVM, so the broker, the garbage collector and the compilers too (s)
 * @param compilerSeconds of it, what the compilers took: less, the longer the benchmark has run (s)
 * @param threadCpuSeconds of the threads that run the pipeline's own code, without its producers' senders (s)
 */
record Measurement(
        long records, double seconds, double processCpuSeconds, double compilerSeconds, double threadCpuSeconds) {
    private static final double MILLION = 1e6;

    double recordsPerSecond() {
        return records / seconds;
    }

    private double perMillion(double seconds) {
        return seconds / records * MILLION;
    }

    /** Into the table under its row. */
    void observe(Observations observations, String row) {
        observations.add(row, "records/s", recordsPerSecond());
        observations.add(row, "CPU s per million: process", perMillion(processCpuSeconds));
        observations.add(row, "compilers", perMillion(compilerSeconds));
        observations.add(row, "stream threads", perMillion(threadCpuSeconds));
    }
}
