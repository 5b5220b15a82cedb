package io.soakstream.deploy.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.document.TuningReport;
import io.soakstream.producer.source.IterationDocument;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes a run's files, an iteration at a time. */
public final class RunFiles {
    private static final String TUNING_REPORT = "TUNING_REPORT.json";

    private final RunDirectory directory;
    private final TuningReport report = new TuningReport();

    public RunFiles(RunDirectory directory) {
        this.directory = directory;
    }

    /**
     * Writes {@code ITER_SUMMARY_<n>.json}.
     *
     * @param decision of the iteration
     * @param verdict about it
     */
    public void iteration(TuningDecision decision, Verdict verdict) throws IOException {
        IterationSummary iteration = IterationSummary.newBuilder(decision.getIterationSummary())
                .setRecordedTuning(TuningOfDecision.of(decision))
                .build();
        Instant time = Instant.ofEpochMilli(decision.getEventTimeMs());
        write("ITER_SUMMARY_" + iteration.getIteration() + ".json", pretty(IterationDocument.of(iteration, time)));
        report.add(
                iteration,
                iteration.getRecordedTuning(),
                time,
                verdict.getVerdict().name());
    }

    /** Makes room for the run: the files of an earlier one in its place are deleted. */
    public void begin() throws IOException {
        directory.clear();
    }

    /** Writes what there is to say of the whole run, as far as it came. */
    public void finish() throws IOException {
        write(TUNING_REPORT, report.text());
    }

    private static String pretty(ObjectNode document) {
        return document.toPrettyString() + "\n";
    }

    private void write(String name, String text) throws IOException {
        directory.write(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
