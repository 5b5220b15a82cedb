package io.soakstream.producer.source;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a soak from a path: a directory of iteration files, JSON lines or a recording. */
public final class SoakReader {
    /** JSON lines that a directory may hold instead of iteration files. */
    private static final String LINES = "iterations.jsonl";

    /**
     * Reads the soak.
     *
     * @return the events that could be taken and what could not; without events if nothing could
     * @throws NoSuchFileException there is nothing at the path
     * @throws UnsupportedSourceException it is no kind of soak, or a recording although a start is asked for
     * @throws NoIterationsException it is one, but without a single iteration
     * @throws io.soakstream.producer.recording.NotARecordingException the header of a recording cannot be read
     * @throws IOException it cannot be read at all
     */
    public RecordedSoak read(Path path, ReadOptions options) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or directory");
        }
        if (Files.isDirectory(path)) {
            return directory(path, options);
        }
        if (path.toString().endsWith(".jsonl")) {
            return lines(path, options);
        }
        if (RecordingReader.isContainer(path)) {
            if (!options.startPlan().isNone()) {
                throw new UnsupportedSourceException(
                        path + " is a recording, which has its own start: a profile, a preset or a warm-up is for"
                                + " iteration files");
            }
            return new RecordedEvents(options).read(path);
        }
        throw new UnsupportedSourceException(
                path + " is neither a directory of ITER_SUMMARY_<n>.json nor a .jsonl nor a recording");
    }

    private static RecordedSoak directory(Path path, ReadOptions options) throws IOException {
        Optional<Path> summaries = IterationDirectory.locateSummaries(path);
        if (summaries.isPresent()) {
            IterationBatch batch =
                    new IterationDirectory(NumberedFiles.ITERATIONS, parser(options)).read(summaries.get());
            return assemble(batch, summaries.get(), SourceKind.DIRECTORY, options);
        }
        if (Files.isRegularFile(path.resolve(LINES))) {
            return lines(path.resolve(LINES), options);
        }
        Optional<Path> reports = IterationDirectory.locateEdgeReports(path);
        if (reports.isPresent()) {
            return edgeReports(path, reports.get(), options);
        }
        throw new NoIterationsException(
                "no ITER_SUMMARY_<n>.json in " + path + ", its soak/latest or its latest, and no EDGE_REPORT_<n>.json");
    }

    /** Start values lie beside the reports, or beside the directory that holds nothing but them. */
    private static RecordedSoak edgeReports(Path path, Path reports, ReadOptions options) throws IOException {
        EdgeCompanions beside = EdgeCompanions.ofManyReports(reports);
        EdgeReportParser parser = new EdgeReportParser(options.riskUnit(), options.startValues(), beside);
        IterationBatch batch = new IterationDirectory(NumberedFiles.EDGE_REPORTS, parser).read(reports);
        Path start = StartOverrides.isIn(reports) ? reports : path;
        return assemble(batch.withNotes(beside.notes()), start, SourceKind.DIRECTORY, options);
    }

    private static RecordedSoak lines(Path path, ReadOptions options) throws IOException {
        IterationBatch batch = new IterationLines(parser(options)).read(path);
        if (batch.iterations().isEmpty() && batch.rejections().isEmpty()) {
            throw new NoIterationsException("no line with an iteration in " + path);
        }
        return assemble(batch, path.toAbsolutePath().getParent(), SourceKind.JSON_LINES, options);
    }

    private static RecordedSoak assemble(IterationBatch batch, Path directory, SourceKind kind, ReadOptions options) {
        return new SoakAssembler(options).assemble(batch, RunStart.read(directory, options), kind);
    }

    private static IterationParser parser(ReadOptions options) {
        return new IterationParser(options.riskUnit(), options.startValues());
    }
}
