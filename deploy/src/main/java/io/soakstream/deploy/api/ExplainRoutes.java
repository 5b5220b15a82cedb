package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.view.Kept;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.gate.account.DeltaCheck;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.ParameterCheck;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.gate.report.VerdictLine;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Problem;
import io.soakstream.schemas.topic.Topics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** How one iteration came to its verdict, and how the proposals of a run fared. */
final class ExplainRoutes {
    private final RunLookup runs;
    private final Topics topics;

    /** @param topics where the records lie */
    ExplainRoutes(RunLookup runs, Topics topics) {
        this.runs = runs;
        this.topics = topics;
    }

    /** The whole line of one iteration, record by record, each with its place. */
    CompletableFuture<Answer> iteration(Context context) {
        RunRows run = runs.rows(context);
        int iteration = Params.iteration(context);
        var decisions = only(
                run.decisions(),
                decision -> decision.getIterationSummary() != null
                        && decision.getIterationSummary().getIteration() == iteration);
        if (decisions.isEmpty()) {
            throw Problem.of(
                    404, "no iteration " + iteration + " of " + run.summary().key() + " is kept");
        }
        var verdicts = only(run.verdicts(), verdict -> verdict.getIteration() == iteration);
        ObjectNode body = Replying.object();
        body.put("run_key", run.summary().key()).put("iteration", iteration);
        body.put("command", "soak explain " + run.summary().key() + " " + iteration);
        body.putObject("topics")
                .put("decisions", topics.decisions().name())
                .put("applications", topics.applications().name())
                .put("overrides", topics.overrides().name())
                .put("verdicts", topics.verdicts().name());
        body.set("decisions", Replying.rows(decisions));
        body.set(
                "applications",
                Replying.rows(only(
                        run.applications(), application -> Objects.equals(application.getIteration(), iteration))));
        body.set(
                "overrides",
                Replying.rows(
                        only(run.overrides(), version -> Objects.equals(version.getDecidedByIteration(), iteration))));
        body.set("verdicts", Replying.rows(verdicts));
        ArrayNode lines = body.putArray("lines");
        verdicts.forEach(verdict -> lines.add(VerdictLine.render(verdict.value())));
        return Replying.json(body);
    }

    private static <T> List<Kept<T>> only(List<Kept<T>> rows, Predicate<T> wanted) {
        return rows.stream().filter(row -> wanted.test(row.value())).toList();
    }

    CompletableFuture<Answer> deltaQuality(Context context) {
        RunRows run = runs.rows(context);
        DeltaVerification verification = DeltaVerification.of(run.account());
        ObjectNode body = Replying.object().put("run_key", run.summary().key());
        body.set("quality", quality(verification.quality()));
        body.put("nested_miss_paths", verification.nestedMissPaths());
        ArrayNode missing = body.putArray("missing");
        verification.missing().forEach(missing::add);
        ArrayNode checks = body.putArray("checks");
        verification.checks().forEach(check -> checks.add(check(check)));
        return Replying.json(body.put("cut", run.isCut()));
    }

    private static ObjectNode quality(DeltaQuality quality) {
        return Replying.object()
                .put("proposed", quality.proposed())
                .put("full", quality.full())
                .put("justified", quality.justified())
                .put("failed", quality.failed())
                .put("stuck", quality.stuck())
                .put("unconfirmed", quality.unconfirmed())
                .put("full_apply_ratio", number(quality.fullApplyRatio()))
                .put("justified_apply_ratio", number(quality.justifiedApplyRatio()));
    }

    private static ObjectNode check(DeltaCheck check) {
        ObjectNode body = Replying.object();
        body.put("iteration", check.iteration()).put("kind", check.kind().name());
        body.put("applied", check.applied()).put("stuck", check.stuck());
        ArrayNode guards = body.putArray("guards");
        check.guards().forEach(guards::add);
        ArrayNode reasons = body.putArray("reasons");
        check.reasons().forEach(reasons::add);
        ArrayNode parameters = body.putArray("parameters");
        check.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        return body;
    }

    private static ObjectNode parameter(ParameterCheck check) {
        ObjectNode body = Replying.object();
        body.put("parameter", check.parameter()).put("state", check.state().name());
        body.put("proposed", number(check.proposed()));
        body.put("expected", number(check.expected()));
        body.put("observed", number(check.observed()));
        ArrayNode reasons = body.putArray("reasons");
        check.reasons().forEach(reasons::add);
        return body;
    }

    private static BigDecimal number(Optional<BigDecimal> value) {
        return value.orElse(null);
    }
}
