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
    private final Map<RunKey, RunOverrides> runs = new LinkedHashMap<>(16, 0.75f, true);

    OverridesView(OverridesFeed feed) {
        this.feed = feed;
    }

    /**
     * The overrides of a run, which are read from now on if they were not before.
     *
     * @return complete when they are known as far as they go, or with why they cannot be read
     */
    CompletableFuture<RunOverrides> of(RunKey key) {
        RunOverrides run = watched(key);
        return run.caughtUp().thenApply(done -> run);
    }

    private synchronized RunOverrides watched(RunKey key) {
        RunOverrides known = runs.get(key);
        if (known != null) {
            return known;
        }
        RunOverrides run = new RunOverrides(key);
        runs.put(key, run);
        feed.watch(run, From.BEGINNING).whenComplete((settled, failed) -> forgetFailed(run, failed));
        if (runs.size() > MAX_RUNS) {
            RunOverrides eldest = runs.remove(runs.keySet().iterator().next());
            feed.forget(eldest);
        }
        return run;
    }

    /** The next request tries again. */
    private synchronized void forgetFailed(RunOverrides run, Throwable failed) {
        if (failed != null) {
            runs.remove(run.key(), run);
        }
    }
}
