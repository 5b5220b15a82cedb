package io.soakstream.deploy.run;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** A run from its start to its last verdict, with its files. */
public final class RunFollowing {
    /** After the end of the run its last verdict is on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaAccess access;
    private final RunFiles files;
    private final RunProgress progress;
    private final BooleanSupplier anAppHasEnded;
    private Optional<TuningDecision> latest = Optional.empty();

    public RunFollowing(KafkaAccess access, RunFiles files, RunProgress progress, BooleanSupplier anAppHasEnded) {
        this.access = access;
        this.files = files;
        this.progress = progress;
        this.anAppHasEnded = anAppHasEnded;
    }

    /**
     * Feeds the run and follows it to its end.
     *
     * @param policies names of the policies that judge it
     * @return the last verdict of each policy; empty: not one iteration was judged
     * @throws IllegalStateException an app has ended, or the last verdicts did not come in time
     */
    public List<Verdict> follow(RunFeed feed, List<String> policies) throws IOException {
        try (RunWatch watch = new RunWatch(access, feed.key(), policies)) {
            files.begin();
            untilTheLastVerdict(watch, start(feed));
            files.finish();
            return watch.lasts();
        } catch (IOException | RuntimeException failed) {
            finishPartial(failed);
            throw failed;
        }
    }

    /** The decision about the latest iteration that was followed. */
    public Optional<TuningDecision> latest() {
        return latest;
    }

    private void untilTheLastVerdict(RunWatch watch, CompletableFuture<Void> feeding) throws IOException {
        long deadline = Long.MAX_VALUE;
        while (!watch.poll(this::take)) {
            if (anAppHasEnded.getAsBoolean()) {
                throw new IllegalStateException("an app has ended before the last verdict");
            }
            if (feeding.isDone() && deadline == Long.MAX_VALUE) {
                join(feeding);
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the last verdicts did not come within " + PATIENCE.toSeconds() + " s of the end of the run");
            }
        }
        join(feeding);
    }

    /** What there is of a run that failed is kept; that it failed is what is told. */
    private void finishPartial(Exception failure) {
        try {
            files.finish();
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private void take(TuningDecision decision, Verdict verdict) throws IOException {
        files.iteration(decision, verdict);
        latest = Optional.of(decision);
        progress.iteration(decision, verdict);
    }

    private CompletableFuture<Void> start(RunFeed feed) {
        CompletableFuture<Void> feeding = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        feed.run(access);
                        feeding.complete(null);
                    } catch (Exception failed) {
                        feeding.completeExceptionally(failed);
                    }
                },
                "feed");
        thread.setDaemon(true);
        thread.start();
        return feeding;
    }

    private static void join(CompletableFuture<Void> feeding) throws IOException {
        try {
            feeding.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }
}
