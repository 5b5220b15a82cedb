package io.soakstream.producer.http;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.From;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.overrides.RunOverrides;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The overrides of the runs that were asked for lately. */
final class OverridesView {
    private static final int MAX_RUNS = 1_000;

    private final OverridesFeed feed;
    private final Map<RunKey, Watched> runs = new LinkedHashMap<>(16, 0.75f, true);

    OverridesView(OverridesFeed feed) {
        this.feed = feed;
    }

    /**
     * The overrides of a run, which are read from now on if they were not before.
     *
     * @return complete when they are known as far as they go, or with why they cannot be read
     */
    CompletableFuture<RunOverrides> of(RunKey key) {
        return watched(key).known().copy();
    }

    private synchronized Watched watched(RunKey key) {
        Watched known = runs.get(key);
        if (known != null) {
            return known;
        }
        RunOverrides run = new RunOverrides(key);
        Watched fresh = new Watched(run, run.caughtUp().thenApply(done -> run));
        runs.put(key, fresh);
        feed.watch(run, From.BEGINNING).whenComplete((settled, failed) -> fail(fresh, failed));
        if (runs.size() > MAX_RUNS) {
            Watched eldest = runs.remove(runs.keySet().iterator().next());
            feed.forget(eldest.run());
        }
        return fresh;
    }

    /** A run that is not read never catches up: whoever waits for it is told. The next request tries again. */
    private void fail(Watched watched, Throwable failed) {
        if (failed == null) {
            return;
        }
        synchronized (this) {
            runs.remove(watched.run().key(), watched);
        }
        watched.known().completeExceptionally(failed);
    }

    /** A run, and whether it is known as far as it goes. */
    private record Watched(RunOverrides run, CompletableFuture<RunOverrides> known) {}
}
