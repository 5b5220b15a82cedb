package io.soakstream.producer.sidecar;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.AtomicFile;
import io.soakstream.schemas.runtime.ConcurrentWriteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Watches the bot's file of overrides, remembers what it held when, and writes what the bot must run with. */
final class OverridesKeeper {
    private final Path file;
    private final ParameterCatalogue catalogue;
    private final Journal journal;
    private final SidecarNews news;
    private final InstantSource clock;
    private final long startedAtMs;
    private InForceLog log;
    private Optional<FileStamp> lastStamp = Optional.empty();
    private Optional<OverridesDocument> document = Optional.empty();

    OverridesKeeper(Path file, ParameterCatalogue catalogue, Journal journal, SidecarNews news, InstantSource clock) {
        this.file = file;
        this.catalogue = catalogue;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
        this.log = new InForceLog(journal.state().inForce());
        this.startedAtMs = journal.state().startedAtMs();
    }

    InForceLog log() {
        return log;
    }

    /** Looks at the file. */
    void observe() throws IOException {
        long nowMs = clock.millis();
        Optional<FileStamp> stamp = FileStamp.of(file);
        // What the file held when the run started it held before the first iteration.
        long writtenMs = log.spans().isEmpty()
                ? startedAtMs - 1
                : stamp.map(FileStamp::modifiedMs).orElse(nowMs);
        look(stamp, writtenMs, nowMs);
    }

    private void look(Optional<FileStamp> stamp, long writtenMs, long nowMs) throws IOException {
        if (stamp.isEmpty() || !stamp.equals(lastStamp)) {
            document = stamp.isEmpty() ? Optional.of(OverridesDocument.empty(catalogue)) : read();
            lastStamp = stamp;
        }
        Optional<OverridesDocument> readable = document.filter(known -> lastStamp.isPresent());
        log = log.seen(
                readable.map(OverridesDocument::stateHash).orElse(null),
                readable.filter(known -> known.faults().isEmpty())
                        .map(OverridesDocument::plain)
                        .orElse(Map.of()),
                writtenMs,
                nowMs);
    }

    private Optional<OverridesDocument> read() throws IOException {
        String name = file.getFileName().toString();
        try {
            OverridesDocument known = OverridesDocument.parse(catalogue, FileStamp.content(file));
            if (known.faults().isEmpty()) {
                journal.solved(name);
            } else {
                journal.problem(name, String.join("; ", known.faults()));
            }
            return Optional.of(known);
        } catch (IllegalArgumentException unreadable) {
            journal.problem(name, unreadable.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Writes a version that the file was not given yet, or the newest where there is no file any more. A file that
     * cannot be read is left alone: what else the bot keeps in it would be lost.
     */
    void materialise(Wanted wanted) throws IOException {
        boolean isNew = wanted.version() > journal.state().version();
        if (document.isEmpty() || (!isNew && lastStamp.isPresent())) {
            return;
        }
        try {
            if (!holds(wanted.values())) {
                write(wanted.values());
            }
        } catch (ConcurrentWriteException meanwhile) {
            news.note(meanwhile.getMessage() + "; it is written again");
            return;
        }
        journal.update(state -> state.withVersion(wanted.version()).withInForce(log));
        news.overridesWritten(wanted.version(), wanted.values().stateHash());
    }

    private boolean holds(Overrides values) {
        OverridesDocument known = document.orElseThrow();
        return known.faults().isEmpty() && known.holds(values);
    }

    private void write(Overrides values) throws IOException {
        AtomicFile.write(file, document.orElseThrow().with(values));
        long nowMs = clock.millis();
        look(FileStamp.of(file), nowMs, nowMs);
        if (!log.hash().equals(Optional.of(values.stateHash()))) {
            throw new ConcurrentWriteException(file + ": does not have the state hash of what was written");
        }
    }
}
