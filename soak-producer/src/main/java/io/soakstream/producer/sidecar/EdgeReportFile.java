package io.soakstream.producer.sidecar;

import io.soakstream.producer.source.IterationReader;
import io.soakstream.producer.source.IterationReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The one {@code EDGE_REPORT.json} that every iteration writes anew. The bot does not number them: each new content is the
 * next iteration, and one that was overwritten before it was read is missed without a trace.
 */
record EdgeReportFile(Path directory, IterationReader reader) implements IterationFiles {
    static final String NAME = "EDGE_REPORT.json";

    @Override
    public List<Found> look(int last) throws IOException {
        Path file = directory.resolve(NAME);
        return FileStamp.of(file)
                .map(stamp -> List.of(new Found(file, stamp, last + 1)))
                .orElse(List.of());
    }

    @Override
    public IterationReading read(Found file, byte[] content) {
        return reader.edgeReport(content, NAME, OptionalInt.of(file.number()), directory);
    }

    @Override
    public boolean reusesFiles() {
        return true;
    }
}
