package io.soakstream.producer.sidecar;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Knows since when files have not changed: one that still grows is not read. */
final class QuietFiles {
    private final Duration quiet;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param quiet how long size and time must stay the same */
    QuietFiles(Duration quiet) {
        this.quiet = quiet;
    }

    /** Whether the file has looked like this for long enough. */
    boolean isQuiet(Path file, FileStamp stamp, long nowMs) {
        Seen before = seen.get(file);
        if (before == null || !before.stamp.equals(stamp)) {
            seen.put(file, new Seen(stamp, nowMs));
            return quiet.isZero();
        }
        return nowMs - before.sinceMs >= quiet.toMillis();
    }

    /** The file is of no more interest. */
    void forget(Path file) {
        seen.remove(file);
    }

    private record Seen(FileStamp stamp, long sinceMs) {}
}
