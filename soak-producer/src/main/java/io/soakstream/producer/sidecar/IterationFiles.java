package io.soakstream.producer.sidecar;

import io.soakstream.producer.source.IterationReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a bot leaves its iterations. */
interface IterationFiles {

    /**
     * The files that are there, in the order in which they are to be sent.
     *
     * @param last number of the newest iteration that was sent; 0: none
     */
    List<Found> look(int last) throws IOException;

    /** Reads the content of one of them. */
    IterationReading read(Found file, byte[] content);

    /** Whether a file holds one iteration after another, so that other content is the next one. */
    boolean reusesFiles();

    /**
     * A file.
     *
     * @param path of the file
     * @param stamp its size and time
     * @param number iteration that is in it; 0: its name has none that an iteration can have
     */
    record Found(Path path, FileStamp stamp, int number) {
        String name() {
            return path.getFileName().toString();
        }
    }
}
