package io.soakstream.producer.sidecar;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.sidecar.IterationFiles.Found;
import io.soakstream.producer.source.IterationReading;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.IterationSummary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the next iteration among the bot's files, and tells of those that cannot be taken. */
final class IterationIntake {
    /** Further than this from the last event an event's time is implausible to the tuner. */
    private static final long MAX_TIME_JUMP_MS = 7L * 24 * 3600 * 1000;
    /** And so is a number that is further above the last. */
    private static final int MAX_ITERATION_JUMP = 1_000;

    private static final int MAX_FIRST_ITERATION = 1_000_000;

    private final IterationFiles files;
    private final QuietFiles quiet;
    private final EchoFiller echo;
    private final Journal journal;
    private final SidecarNews news;
    /** Content that was looked at and is of no more interest, by its stamp. */
    private final Map<Path, FileStamp> settled = new HashMap<>();

    private boolean unsettled;

    IterationIntake(IterationFiles files, QuietFiles quiet, EchoFiller echo, Journal journal, SidecarNews news) {
        this.files = files;
        this.quiet = quiet;
        this.echo = echo;
        this.journal = journal;
        this.news = news;
    }

    /** Whether a file was still changing when the next iteration was last looked for. */
    boolean unsettled() {
        return unsettled;
    }

    /** The next iteration, in the order of the numbers; empty: there is none yet. */
    Optional<Pending> next(InForceLog log, long nowMs) throws IOException {
        unsettled = false;
        List<Found> candidates = files.look(journal.state().lastIteration()).stream()
                .filter(this::isOfInterest)
                .toList();
        // All are looked at first: they become quiet at the same time, not one after the other.
        Set<Found> changing = candidates.stream()
                .filter(file -> !quiet.isQuiet(file.path(), file.stamp(), nowMs))
                .collect(Collectors.toSet());
        for (Found file : candidates) {
            Optional<byte[]> content;
            try {
                content = changing.contains(file)
                        ? Optional.empty()
                        : file.stamp().unchangedContent(file.path());
            } catch (IOException unreadable) {
                // It is not settled: what makes it readable need not change its stamp.
                journal.problem(file.name(), "cannot be read: " + reason(unreadable));
                continue;
            }
            if (content.isEmpty()) {
                unsettled = true;
                if (isNext(file)) {
                    // What comes after it waits: the tuner takes no earlier iteration after a later one.
                    return Optional.empty();
                }
                continue;
            }
            Optional<Pending> taken = judge(file, content.get(), log);
            settled.put(file.path(), file.stamp());
            quiet.forget(file.path());
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** Names of the files that nothing was made of so far. */
    List<String> unread() throws IOException {
        return files.look(journal.state().lastIteration()).stream()
                .filter(this::isOfInterest)
                .map(Found::name)
                .toList();
    }

    private boolean isNext(Found file) {
        return file.number() > journal.state().lastIteration();
    }

    private boolean isOfInterest(Found file) {
        return !file.stamp().equals(settled.get(file.path()))
                && !file.stamp().text().equals(journal.state().existing().get(file.name()));
    }

    private Optional<Pending> judge(Found file, byte[] content, InForceLog log) throws IOException {
        if (file.number() == 0) {
            journal.problem(file.name(), "the name has no iteration number from 1 on");
            return Optional.empty();
        }
        String hash = Sha256.hex(content);
        SidecarState state = journal.state();
        int known = files.reusesFiles() ? state.lastIteration() : file.number();
        if (hash.equals(state.refused().get(known))) {
            // The problem stands.
            return Optional.empty();
        }
        String sent = state.sent().get(known);
        if (hash.equals(sent)) {
            journal.solved(file.name());
            return Optional.empty();
        }
        if (sent != null && !files.reusesFiles()) {
            journal.problem(file.name(), "was written anew with other content after it was sent: what was sent stands");
            return Optional.empty();
        }
        if (file.number() < state.lastIteration()) {
            journal.problem(
                    file.name(),
                    "came after iteration " + state.lastIteration() + " was sent: it is not sent any more");
            return Optional.empty();
        }
        return read(file, content, hash, log);
    }

    private Optional<Pending> read(Found file, byte[] content, String hash, InForceLog log) throws IOException {
        IterationReading reading = files.read(file, content);
        reading.notes().forEach(news::note);
        if (reading.summary().isEmpty()) {
            journal.problem(
                    file.name(),
                    reading.rejections().stream().map(IterationIntake::text).collect(Collectors.joining("; ")));
            return Optional.empty();
        }
        IterationSummary summary = reading.summary().get();
        Optional<String> wrongNumber = wrongNumber(summary.getIteration(), file);
        if (wrongNumber.isPresent()) {
            journal.problem(file.name(), "iteration: " + wrongNumber.get());
            return Optional.empty();
        }
        long boundaryMs = file.stamp().modifiedMs();
        Optional<String> wrongEcho = echo.fill(summary, log, journal.state().boundaryMs(), boundaryMs);
        if (wrongEcho.isPresent()) {
            journal.problem(file.name(), wrongEcho.get());
            return Optional.empty();
        }
        long endedAtMs =
                reading.epochMs().isPresent() ? plausible(reading.epochMs().getAsLong(), boundaryMs) : boundaryMs;
        return Optional.of(Pending.of(summary, file.name(), hash, endedAtMs, boundaryMs));
    }

    /** The tuner would refuse such a number, and all that come after it would be too low. */
    private Optional<String> wrongNumber(int iteration, Found file) {
        if (iteration < file.number()) {
            return Optional.of(iteration + " is not above the " + (file.number() - 1) + " that was sent last");
        }
        int last = journal.state().lastIteration();
        int highest = last == 0 ? MAX_FIRST_ITERATION : last + MAX_ITERATION_JUMP;
        return iteration <= highest
                ? Optional.empty()
                : Optional.of(iteration + " is implausible after " + last + " (at most " + highest + ")");
    }

    /** The time that the file states, if it goes on from the iteration before, else the time when it was written. */
    private long plausible(long statedMs, long writtenMs) {
        long lastMs = journal.state().lastEventMs();
        return statedMs > lastMs && statedMs - lastMs <= MAX_TIME_JUMP_MS ? statedMs : writtenMs;
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof AccessDeniedException ? "permission denied" : unreadable.getMessage();
    }

    private static String text(Rejection rejection) {
        return (rejection.field().isEmpty() ? "" : rejection.field() + ": ") + rejection.message();
    }
}
