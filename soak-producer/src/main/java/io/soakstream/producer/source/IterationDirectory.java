package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.source.NumberedFiles.NumberedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory of numbered iteration files: any number of them, in the order of their numbers. */
final class IterationDirectory {
    /** Where earlier layouts keep iteration summaries below a directory. */
    private static final List<String> SUMMARY_LAYOUTS = List.of("", "soak/latest", "latest");
    /** Where recorded scenarios keep their edge reports below a directory. */
    private static final List<String> REPORT_LAYOUTS = List.of("", "edge_reports");

    private final IterationJson json = new IterationJson();
    private final NumberedFiles files;
    private final IterationShape shape;

    /**
     * @param files which files of a directory
     * @param shape what is in them
     */
    IterationDirectory(NumberedFiles files, IterationShape shape) {
        this.files = files;
        this.shape = shape;
    }

    /** The directory that holds iteration summaries: this one, else the first of the earlier layouts below it. */
    static Optional<Path> locateSummaries(Path directory) throws IOException {
        return locate(directory, SUMMARY_LAYOUTS, NumberedFiles.ITERATIONS);
    }

    /** The directory that holds numbered edge reports: this one, else {@code edge_reports} below it. */
    static Optional<Path> locateEdgeReports(Path directory) throws IOException {
        return locate(directory, REPORT_LAYOUTS, NumberedFiles.EDGE_REPORTS);
    }

    private static Optional<Path> locate(Path directory, List<String> layouts, NumberedFiles files) throws IOException {
        for (String layout : layouts) {
            Path candidate = layout.isEmpty() ? directory : directory.resolve(layout);
            if (Files.isDirectory(candidate) && files.anyIn(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Reads every file; one that is bad is among the rejections and the rest is read. */
    IterationBatch read(Path directory) throws IOException {
        List<ParsedIteration> parsed = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (NumberedFile file : files.in(directory)) {
            RejectionList ofFile = new RejectionList(file.name());
            if (file.number().isEmpty()) {
                ofFile.add("", "the name has no iteration number from 1 on");
            } else {
                json.read(file.path(), ofFile)
                        .flatMap(root -> shape.parse(root, file.number(), ofFile))
                        .ifPresent(parsed::add);
            }
            rejections.addAll(ofFile.all());
            notes.addAll(ofFile.notes());
        }
        return IterationBatch.of(parsed, rejections, notes);
    }
}
