package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A file of JSON lines: one iteration object per line, blank lines ignored. */
final class IterationLines {
    private final IterationJson json = new IterationJson();
    private final IterationShape shape;

    IterationLines(IterationShape shape) {
        this.shape = shape;
    }

    /** Reads every line; one that is bad is among the rejections under its number and the rest is read. */
    IterationBatch read(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<ParsedIteration> parsed = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonLines.forEach(in, (number, line) -> {
                if (!JsonLines.isBlank(line)) {
                    RejectionList ofLine = new RejectionList(name + " line " + number);
                    json.read(line, ofLine)
                            .flatMap(root -> shape.parse(root, OptionalInt.empty(), ofLine))
                            .ifPresent(parsed::add);
                    rejections.addAll(ofLine.all());
                    notes.addAll(ofLine.notes());
                }
            });
        }
        return IterationBatch.of(parsed, rejections, notes);
    }
}
