package io.soakstream.deploy.api;

import io.javalin.http.Context;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.producer.http.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The report model of a run, out of what is committed. */
final class ReportRoute {
    /** Where a follower of the run's events goes on that has this model. */
    static final String CURSOR = "Soak-Cursor";

    private final RunLookup runs;
    private final RunReports reports;

    ReportRoute(RunLookup runs, RunReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    CompletableFuture<Answer> model(Context context) {
        RunRows run = runs.rows(context);
        Map<String, String> headers = Map.of(CURSOR, run.cursor().text());
        return reports.of(run)
                .thenApply(report -> Replying.tagged(
                        context,
                        report.tag(),
                        new Answer(
                                200, Answer.JSON, Optional.of(report.text()), Optional.of(report.gzipped()), headers)));
    }
}
