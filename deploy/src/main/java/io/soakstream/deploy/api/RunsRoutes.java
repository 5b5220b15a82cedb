package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.http.EntityTag;
import io.soakstream.deploy.view.RunFilter;
import io.soakstream.deploy.view.RunPhase;
import io.soakstream.deploy.view.RunSummary;
import io.soakstream.gate.report.VerdictLine;
import io.soakstream.gate.report.WhyText;
import io.soakstream.producer.http.Answer;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The runs, page by page, and one of them at a glance. */
final class RunsRoutes {
    /** The server's time, also beside a list that has not changed: its ages have. */
    static final String NOW = "Soak-Now-Ms";

    private final RunLookup runs;
    private final InstantSource clock;

    RunsRoutes(RunLookup runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    CompletableFuture<Answer> page(Context context) {
        RunFilter filter = new RunFilter(
                Optional.ofNullable(context.queryParam("bot")),
                Params.word(context, "state", RunPhase.class),
                Params.word(context, "verdict", VerdictLevel.class));
        int limit = Params.limit(context);
        boolean byTime = Params.flag(context, "latest_first");
        // One more than the page has tells whether there is another.
        List<RunSummary> found = byTime
                ? runs.view().latest(filter, limit)
                : runs.view()
                        .page(
                                filter,
                                Optional.ofNullable(context.queryParam("after")).orElse(""),
                                limit + 1);
        List<RunSummary> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode body = Replying.object();
        ArrayNode rows = body.putArray("runs");
        page.forEach(run -> rows.add(summary(run)));
        if (found.size() > page.size()) {
            body.put("next_after", page.get(page.size() - 1).key());
        } else {
            body.putNull("next_after");
        }
        body.put("evicted", runs.view().evicted());
        body.put("obstacle", runs.obstacle().orElse(null));
        long nowMs = clock.millis();
        // What is older by the moment does not make it another list.
        EntityTag tag = EntityTag.of(body.toString());
        for (int i = 0; i < page.size(); i++) {
            age((ObjectNode) rows.get(i), page.get(i), nowMs);
        }
        body.put("now_ms", nowMs);
        Answer full = Answer.json(200, body).with(NOW, Long.toString(nowMs));
        return CompletableFuture.completedFuture(Replying.tagged(context, tag, full));
    }

    CompletableFuture<Answer> one(Context context) {
        RunSummary run = runs.rows(context).summary();
        ObjectNode body = summary(run).put("obstacle", runs.obstacle().orElse(null));
        return Replying.json(age(body, run, clock.millis()));
    }

    private static ObjectNode age(ObjectNode body, RunSummary run, long nowMs) {
        return body.put("iteration_age_ms", run.iterationAgeMs(nowMs).orElse(null));
    }

    private static ObjectNode summary(RunSummary run) {
        ObjectNode body = Replying.object();
        body.put("run_key", run.key()).put("bot", run.bot()).put("run", run.run());
        body.put("state", run.phase().name());
        body.put("mode", run.first().map(first -> first.getMode().name()).orElse(null));
        body.put("tuning", run.first().map(first -> first.getTuning().name()).orElse(null));
        body.put("origin", run.first().map(TuningDecision::getOrigin).orElse(null));
        body.put("began_ms", run.beganMs()).put("last_event_time_ms", run.lastEventTimeMs());
        body.put("last_iteration", run.lastIteration());
        body.put(
                "iterations_total",
                run.latest().map(TuningDecision::getIterationsTotal).orElse(0));
        body.put(
                "declared_iterations",
                run.first()
                        .map(TuningDecision::getRunStarted)
                        .map(start -> start.getTotalIterations())
                        .orElse(null));
        body.put(
                "declared_hours",
                run.first()
                        .map(TuningDecision::getRunStarted)
                        .map(start -> start.getDeclaredHours())
                        .orElse(null));
        body.put(
                "verification",
                run.latest().map(latest -> latest.getVerification().name()).orElse(null));
        body.put("period_ms", run.periodMs().orElse(null));
        body.put("received_ms", run.receivedMs());
        body.put("iteration_received_ms", run.iterationTakenMs().orElse(null));
        Optional<Verdict> leading = run.lasts().stream().findFirst();
        body.put("why", leading.map(VerdictLine::render).orElse(null));
        body.put("sentence", leading.map(WhyText::of).orElse(null));
        ArrayNode policies = body.putArray("policies");
        run.lasts().forEach(last -> policies.add(policy(last)));
        return body;
    }

    private static ObjectNode policy(Verdict verdict) {
        ObjectNode body = Replying.object();
        body.put("policy", verdict.getPolicy())
                .put("verdict", verdict.getVerdict().name());
        body.put("iteration", verdict.getIteration()).put("sequence", verdict.getSequence());
        body.put("freeze_ready", verdict.getFreezeReady()).put("last", verdict.getLast());
        ArrayNode missing = body.putArray("missing");
        verdict.getMissing().forEach(missing::add);
        ArrayNode reasons = body.putArray("reasons");
        verdict.getReasons().forEach(reasons::add);
        body.put("sentence", WhyText.of(verdict));
        body.put(
                "worst_verdict",
                verdict.getWorstVerdict() == null
                        ? null
                        : verdict.getWorstVerdict().name());
        return body.put("digest", verdict.getDigest());
    }
}
