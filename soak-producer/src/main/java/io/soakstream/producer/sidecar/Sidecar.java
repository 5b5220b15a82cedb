package io.soakstream.producer.sidecar;

import io.soakstream.producer.sidecar.SidecarState.Phase;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a bot that only knows files. Not for several threads.
 *
 * <p>Each step is on the disk before it is taken, and the next one begins when the broker has acknowledged it. A process
 * that is killed in between takes the same step again: the tuner ignores the repeat of an iteration.
 */
final class Sidecar {
    private final SidecarOptions options;
    private final RunPort port;
    private final Journal journal;
    private final OverridesKeeper overrides;
    private final IterationIntake intake;
    private final SidecarNews news;
    private final InstantSource clock;

    Sidecar(
            SidecarOptions options,
            RunPort port,
            Journal journal,
            OverridesKeeper overrides,
            IterationIntake intake,
            SidecarNews news,
            InstantSource clock) {
        this.options = options;
        this.port = port;
        this.journal = journal;
        this.overrides = overrides;
        this.intake = intake;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Does what is to be done now.
     *
     * @return whether more is to be done soon: a file is still changing
     * @throws IOException a file or directory cannot be read or written
     */
    boolean scan() throws IOException {
        try {
            collect();
        } catch (UndeliverableException away) {
            news.note(away.getMessage() + "; it is sent again");
        }
        Optional<Wanted> wanted = port.wanted();
        if (wanted.isPresent()) {
            overrides.materialise(wanted.get());
        }
        return intake.unsettled();
    }

    /**
     * Sends what there is to send and writes nothing for the bot.
     *
     * @return whether a file is still changing
     * @throws IOException a file or directory cannot be read or written
     * @throws UndeliverableException something could not be delivered; it is kept
     */
    boolean collect() throws IOException {
        overrides.observe();
        sendPending();
        for (Optional<Pending> next = next(); next.isPresent(); next = next()) {
            Pending pending = next.get();
            InForceLog log = overrides.log();
            journal.update(state -> state.withPending(pending).withInForce(log));
            sendPending();
        }
        return intake.unsettled();
    }

    /** Tells of the files that the end of the run leaves unread. */
    void leaveUnread() throws IOException {
        for (String file : intake.unread()) {
            if (!problems().containsKey(file)) {
                journal.problem(file, "was still being written when the run ended: it is not sent");
            }
        }
    }

    private Optional<Pending> next() throws IOException {
        return isComplete() ? Optional.empty() : intake.next(overrides.log(), clock.millis());
    }

    private void sendPending() throws IOException {
        Pending pending = journal.state().pending();
        if (pending == null) {
            return;
        }
        try {
            port.send(pending.summary(), Instant.ofEpochMilli(pending.endedAtMs()));
        } catch (UndeliverableException failed) {
            if (failed.isWorthRepeating()) {
                throw failed;
            }
            journal.problem(refusedName(pending), failed.getMessage());
            journal.update(SidecarState::withPendingRefused);
            return;
        }
        journal.update(SidecarState::withPendingSent);
        journal.solved(pending.file());
        news.sent(pending.iteration(), pending.file());
    }

    /** A report that is written anew solves the problem of its file, not that of the iteration which it held. */
    private String refusedName(Pending pending) {
        return options.reads() == SidecarOptions.Reads.EDGE_REPORT
                ? pending.file() + " (iteration " + pending.iteration() + ")"
                : pending.file();
    }

    /** Whether the last iteration was sent or refused for good; never, where none was declared. */
    boolean isComplete() {
        return options.iterations().isPresent()
                && journal.state().lastIteration() >= options.iterations().getAsInt()
                && journal.state().pending() == null;
    }

    /** What could not be taken and still cannot: name of the file to what is wrong. */
    Map<String, String> problems() {
        return journal.state().problems();
    }

    /** How many iterations were sent (count). */
    int sent() {
        return journal.state().sent().size();
    }

    /**
     * Ends the run: it is completed if nothing declared is missing.
     *
     * @throws UndeliverableException something could not be delivered; started again, the sidecar ends the run then
     */
    void end() throws IOException {
        sendPending();
        boolean completed = options.iterations().isEmpty() || isComplete();
        journal.update(state -> state.withPhase(completed ? Phase.COMPLETING : Phase.ABORTING));
        overrides.observe();
        finish();
    }

    /** Whether an end was begun and not brought to its end. */
    boolean isEnding() {
        return journal.state().phase() == Phase.COMPLETING || journal.state().phase() == Phase.ABORTING;
    }

    /** Does what is left of an end that was begun. */
    void finish() throws IOException {
        port.end(journal.state().phase() == Phase.COMPLETING, lastEcho(), clock.instant());
        journal.update(state -> state.withPhase(Phase.ENDED));
    }

    private Optional<String> lastEcho() {
        return options.echo() == SidecarOptions.EchoSource.FILE
                ? overrides.log().hash()
                : Optional.empty();
    }
}
