package io.soakstream.deploy.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a scenario did and found: to standard output and, line by line, to a file below {@code target/proof}. */
final class ProofReport {
    private final String scenario;
    private final Path file;
    private final long beginNanos = System.nanoTime();

    ProofReport(String scenario) {
        this.scenario = scenario;
        this.file = ProofCluster.REPORTS.resolve(scenario + ".txt");
        write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void say(String line) {
        System.out.println("proof " + scenario + ": " + line);
        write(line + "\n", StandardOpenOption.APPEND);
    }

    void differences(List<Differences> differences) {
        differences.forEach(topic -> say(topic.text()));
    }

    /** Smallest value that so many percent of the values do not exceed; all in ms. */
    void spread(String what, List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            say(what + ": p50 " + percentile(sorted, 50) + ", p95 " + percentile(sorted, 95) + ", max "
                    + percentile(sorted, 100) + " ms (n=" + sorted.size() + ")");
        }
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** The last line: a run whose faults did not find their mark proves nothing, whatever it compared. */
    void end(int counted, int asked, List<Differences> differences) {
        boolean exact = differences.stream().allMatch(Differences::isEmpty);
        String result = counted < asked ? "INVALID" : exact ? "EXACT" : "DIFFERENT";
        say(result + " after " + (System.nanoTime() - beginNanos) / 1_000_000_000 + " s");
    }

    private void write(String text, StandardOpenOption... options) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, options);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
