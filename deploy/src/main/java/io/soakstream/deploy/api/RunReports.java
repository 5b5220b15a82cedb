package io.soakstream.deploy.api;

import io.soakstream.deploy.http.EntityTag;
import io.soakstream.deploy.view.RunCursor;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.model.ReportModel;
import io.soakstream.producer.http.Gzipped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The report models of runs as text, each made and compressed once for what has come of its run. Bounded: those that were asked for
 * longest ago go first. For several threads.
 */
final class RunReports {
    private static final int MAX_RUNS = 32;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Executor threads;
    private final Map<String, Made> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A model.
     *
     * @param text JSON, in ASCII: a byte each character
     * @param gzipped the same, compressed
     */
    record Report(String text, Gzipped gzipped, EntityTag tag) {
        long bytes() {
            return (long) text.length() + gzipped.length();
        }
    }

    /** @param version how far the records go that it was made of; notifications are no part of it */
    private record Made(RunCursor version, CompletableFuture<Report> report) {
        long bytes() {
            return report.isDone() && !report.isCompletedExceptionally()
                    ? report.join().bytes()
                    : 0;
        }
    }

    /** @param threads bounded */
    RunReports(Executor threads) {
        this.threads = threads;
    }

    /** @throws java.util.concurrent.RejectedExecutionException as many as may wait do already */
    synchronized CompletableFuture<Report> of(RunRows run) {
        String key = run.summary().key();
        RunCursor version = version(run.cursor());
        Made known = kept.get(key);
        if (known != null && known.version().equals(version)) {
            return known.report();
        }
        CompletableFuture<Report> made = CompletableFuture.supplyAsync(() -> make(run), threads);
        kept.put(key, new Made(version, made));
        trim();
        return made.whenComplete((report, failure) -> {
            if (failure != null) {
                forget(made);
            }
        });
    }

    private static RunCursor version(RunCursor cursor) {
        return new RunCursor(
                cursor.decisions(), cursor.applications(), cursor.overrides(), cursor.verdicts(), new TreeMap<>());
    }

    private static Report make(RunRows run) {
        RunAccount account = run.account();
        String text = JsonText.compact(ReportModel.of(account, account.lasts()));
        return new Report(text, Gzipped.of(text), EntityTag.of(text));
    }

    private synchronized void forget(CompletableFuture<Report> failed) {
        kept.values().removeIf(made -> made.report() == failed);
    }

    /** The latest stays, however large it is. */
    private void trim() {
        long bytes = kept.values().stream().mapToLong(Made::bytes).sum();
        Iterator<Made> oldest = kept.values().iterator();
        while (kept.size() > 1 && (kept.size() > MAX_RUNS || bytes > MAX_BYTES)) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
