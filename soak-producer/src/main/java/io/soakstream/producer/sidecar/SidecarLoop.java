package io.soakstream.producer.sidecar;

import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.runtime.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Runs a sidecar until the last declared iteration, or until it is stopped. */
public final class SidecarLoop {
    /** Looks at the directory after a stop, half the quiet time apart: so for twice the quiet time. */
    private static final int LAST_LOOKS = 5;

    private final SidecarOptions options;
    private final StartValueRule names;
    private final SidecarNews news;
    private final InstantSource clock;
    private final Bell bell = new Bell();
    private volatile boolean stopped;

    /**
     * @param names flat names of parameters
     * @param clock for the start and the end of the run, and for how long a file has not changed
     */
    public SidecarLoop(SidecarOptions options, StartValueRule names, SidecarNews news, InstantSource clock) {
        this.options = options;
        this.names = names;
        this.news = news;
        this.clock = clock;
    }

    /** Ends the run; may be called by any thread, and does not wait. */
    public void stop() {
        stopped = true;
        bell.ring();
    }

    /**
     * Runs until the end.
     *
     * @throws SidecarRefusedException it cannot work with what it was given
     * @throws IOException the directory or a file cannot be read or written
     */
    public SidecarEnd run(SoakProducer producer) throws IOException, InterruptedException {
        return run(key -> new LibraryPort(producer, key, options, bell::ring));
    }

    /**
     * As {@link #run(SoakProducer)}, by another way onto the stream.
     *
     * @throws SidecarRefusedException it cannot work with what it was given
     * @throws IOException the directory or a file cannot be read or written
     */
    SidecarEnd run(Function<RunKey, RunPort> ports) throws IOException, InterruptedException {
        if (!Files.isDirectory(options.directory())) {
            throw new SidecarRefusedException(options.directory() + " is not a directory");
        }
        AtomicFile.clearLeftovers(options.overridesFile());
        SidecarStart start = new SidecarStart(options, names, news, clock);
        try (StateFile file = StateFile.open(options.directory())) {
            Optional<SidecarEnd> ended = start.ended(file);
            if (ended.isPresent()) {
                return ended.get();
            }
            Journal journal = start.journal(file);
            RunKey key = new RunKey(journal.state().bot(), journal.state().run());
            try (DirectoryHint hint = DirectoryHint.on(options.directory(), bell);
                    RunPort port = ports.apply(key)) {
                Sidecar sidecar = start.sidecar(journal, port);
                follow(sidecar);
                return new SidecarEnd(key, sidecar.sent(), sidecar.problems(), false);
            }
        }
    }

    private void follow(Sidecar sidecar) throws IOException, InterruptedException {
        if (sidecar.isEnding()) {
            sidecar.finish();
            return;
        }
        Duration soon = options.quiet().dividedBy(2);
        while (!stopped && !sidecar.isComplete()) {
            boolean isUnsettled = sidecar.scan();
            if (!stopped && !sidecar.isComplete()) {
                bell.await(isUnsettled && soon.compareTo(options.interval()) < 0 ? soon : options.interval());
            }
        }
        if (!sidecar.isComplete()) {
            collectLast(sidecar, soon);
        }
        sidecar.end();
    }

    /** Takes what the bot wrote shortly before the stop, as soon as it is quiet. */
    private static void collectLast(Sidecar sidecar, Duration soon) throws IOException, InterruptedException {
        boolean isUnsettled = sidecar.collect();
        for (int look = 1; look < LAST_LOOKS && isUnsettled && !sidecar.isComplete(); look++) {
            // Files that change must not shorten the wait, so no bell; what is quiet needs a little more than its time.
            Thread.sleep(soon.toMillis() + 1);
            isUnsettled = sidecar.collect();
        }
        if (!sidecar.isComplete()) {
            sidecar.leaveUnread();
        }
    }
}
