package io.soakstream.producer.sidecar;

import io.soakstream.producer.source.IterationReader;
import io.soakstream.producer.source.IterationReading;
import io.soakstream.producer.source.NumberedFiles;
import io.soakstream.producer.source.NumberedFiles.NumberedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A directory of {@code ITER_SUMMARY_<n>.json}. */
record SummaryFiles(Path directory, IterationReader reader) implements IterationFiles {

    @Override
    public List<Found> look(int last) throws IOException {
        List<Found> found = new ArrayList<>();
        for (NumberedFile file : NumberedFiles.ITERATIONS.in(directory)) {
            Optional<FileStamp> stamp = FileStamp.of(file.path());
            stamp.ifPresent(known ->
                    found.add(new Found(file.path(), known, file.number().orElse(0))));
        }
        return found;
    }

    @Override
    public IterationReading read(Found file, byte[] content) {
        return reader.summary(content, file.name(), OptionalInt.of(file.number()));
    }

    @Override
    public boolean reusesFiles() {
        return false;
    }
}
