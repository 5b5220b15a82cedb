package io.soakstream.deploy.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.gate.app.GateApp;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Environment;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.app.Exit;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.Refusals;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.tuner.app.TunerApp;
import io.soakstream.tuner.config.TunerConfig;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The apps that one process runs; the end of any of them ends the process. */
final class Apps implements AutoCloseable {
    static final String TUNER = "tuner";
    static final String GATE = "gate";
    static final String NOTIFIER = "notifier";
    static final String DASHBOARD = "dashboard";
    static final Set<String> NAMES = Set.of(TUNER, GATE, NOTIFIER);

    private static final Logger LOGGER = LoggerFactory.getLogger(Apps.class);

    private final KafkaAccess access;
    private final StateStorage storage;
    private final Consumer<String> messages;
    private final MeterRegistry meters;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private Optional<HttpFace> face = Optional.empty();

    /** The same, with meters that nobody looks at. */
    Apps(KafkaAccess access, StateStorage storage, Consumer<String> messages) {
        this(access, storage, messages, new SimpleMeterRegistry());
    }

    /**
     * @param messages takes what the notifier tells
     * @param meters takes what the notifier counts
     */
    Apps(KafkaAccess access, StateStorage storage, Consumer<String> messages, MeterRegistry meters) {
        this.access = access;
        this.storage = storage;
        this.messages = messages;
        this.meters = meters;
    }

    /** Shows the apps that are started from now on. */
    void showOn(HttpFace shown) {
        face = Optional.of(shown);
    }

    void startTuner(TunerConfig config) {
        StreamsRunner runner = TunerApp.runner(config, named(), storage.of(TUNER), Clock.systemUTC());
        face.ifPresent(shown -> shown.show(TUNER, StoreApp.TUNER, runner));
        start(runner);
    }

    void startGate(GateConfig config) {
        StreamsRunner runner = GateApp.runner(config, named(), storage.of(GATE), Clock.systemUTC());
        face.ifPresent(shown -> shown.show(GATE, StoreApp.GATE, runner));
        start(runner);
    }

    private KafkaAccess named() {
        return face.map(HttpFace::found).orElse(access);
    }

    void startNotifier(NotifierConfig config) {
        NotifierApp notifier = new NotifierApp(
                access, config, new Environment(Clock.systemUTC(), messages, ReasonText::sentence, meters));
        add(notifier);
        face.ifPresent(shown -> shown.health().add(NOTIFIER, this::end, Optional::empty));
        thread(NOTIFIER, () -> ended.complete(notifier.run()));
    }

    private void start(StreamsRunner runner) {
        add(runner);
        runner.start();
        thread("await-end", () -> {
            int exitCode = runner.awaitEnd();
            runner.failure().ifPresent(cause -> failure.set(runner.name() + " stopped: " + cause));
            ended.complete(exitCode);
        });
    }

    private synchronized void add(AutoCloseable app) {
        running.push(app);
    }

    /** Waits until an app ends or {@link #close} is called; gives the exit code. */
    int awaitEnd() {
        return ended.join();
    }

    /** Why a stream ended by itself, in one line. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    boolean hasEnded() {
        return ended.isDone();
    }

    private Optional<String> end() {
        return hasEnded() ? Optional.of("an app of the process has ended") : Optional.empty();
    }

    /** Something that the apps cannot do without has failed. */
    void fail(String message) {
        ended.completeExceptionally(new IllegalStateException(message));
    }

    /** What a person can mend is said in a line, as of a stream; a defect shows where it came from. */
    private void endWith(String name, RuntimeException failed) {
        RuntimeException cause =
                Refusals.in(failed).map(RuntimeException.class::cast).orElse(failed);
        Exit exit = Exit.of(cause);
        if (exit == Exit.INTERNAL) {
            ended.completeExceptionally(failed);
        } else {
            failure.set(name + " stopped: " + Exit.message(cause));
            ended.complete(exit.code());
        }
    }

    /** All at once: each may need its whole time, and whoever stops this process waits for all of them. */
    @Override
    public synchronized void close() {
        face.ifPresent(HttpFace::stopping);
        CompletableFuture<?>[] closing = running.stream()
                .map(app -> CompletableFuture.runAsync(() -> closeOne(app), task -> new Thread(task, "close").start()))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(closing).join();
        running.clear();
        ended.complete(ExitCode.OK);
    }

    /** One that does not stop must not keep the others from it. */
    private static void closeOne(AutoCloseable app) {
        try {
            app.close();
        } catch (Exception failed) {
            LOGGER.atError().setCause(failed).addKeyValue("app", app).log("could not be stopped");
        }
    }

    /** Work of a thread of its own. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private void thread(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException failed) {
                        endWith(name, failed);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
