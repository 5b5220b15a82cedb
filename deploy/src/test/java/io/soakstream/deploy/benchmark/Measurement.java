package io.soakstream.deploy.benchmark;

/**
 * What it took to process records.
 *
 * @param records processed and committed (count)
 * @param seconds wall time (s)
 * @param processCpuSeconds of the whole JVM, so the broker and the garbage collector too (s)
 * @param threadCpuSeconds of the threads that run the pipeline's own code, without its producers' senders (s)
 */
record Measurement(long records, double seconds, double processCpuSeconds, double threadCpuSeconds) {
    private static final double MILLION = 1e6;

    double recordsPerSecond() {
        return records / seconds;
    }

    double processCpuSecondsPerMillion() {
        return processCpuSeconds / records * MILLION;
    }

    double threadCpuSecondsPerMillion() {
        return threadCpuSeconds / records * MILLION;
    }

    /** Into the table under its row. */
    void observe(Observations observations, String row) {
        observations.add(row, "records/s", recordsPerSecond());
        observations.add(row, "CPU s per million, process", processCpuSecondsPerMillion());
        observations.add(row, "CPU s per million, threads", threadCpuSecondsPerMillion());
    }
}
