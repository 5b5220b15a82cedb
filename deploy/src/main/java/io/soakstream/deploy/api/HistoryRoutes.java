package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.view.Kept;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Problem;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** What has come of a run, page by page. Offsets of the topic are the places: the same everywhere and after every start. */
final class HistoryRoutes {
    private final RunLookup runs;

    HistoryRoutes(RunLookup runs) {
        this.runs = runs;
    }

    CompletableFuture<Answer> decisions(Context context) {
        RunRows run = runs.rows(context);
        Predicate<TuningDecision> wanted = Params.word(context, "kind", DecisionKind.class)
                .<Predicate<TuningDecision>>map(kind -> kind::isOf)
                .orElse(any -> true);
        List<Kept<TuningDecision>> rows =
                run.decisions().stream().filter(row -> wanted.test(row.value())).toList();
        return page(context, run, rows);
    }

    CompletableFuture<Answer> applications(Context context) {
        RunRows run = runs.rows(context);
        List<Kept<DeltaApplication>> rows = run.applications();
        return page(context, run, rows);
    }

    CompletableFuture<Answer> verdicts(Context context) {
        RunRows run = runs.rows(context);
        Optional<String> policy = Optional.ofNullable(context.queryParam("policy"));
        List<Kept<Verdict>> rows = run.verdicts().stream()
                .filter(row -> policy.filter(
                                wanted -> !wanted.equals(row.value().getPolicy()))
                        .isEmpty())
                .toList();
        return page(context, run, rows);
    }

    CompletableFuture<Answer> notifications(Context context) {
        RunRows run = runs.rows(context);
        int limit = Params.limit(context);
        List<Kept<NotificationRecord>> rows = run.notifications();
        ObjectNode body = Replying.object().put("run_key", run.summary().key());
        body.set("rows", Replying.rows(rows.subList(Math.max(0, rows.size() - limit), rows.size())));
        return Replying.json(body);
    }

    /** Versions of the overrides. */
    static ObjectNode overrides(Context context, RunRows run) {
        List<Kept<RuntimeOverrides>> rows = run.overrides();
        return body(Page.of(context), run, rows);
    }

    /** The same with the latest version alone. */
    static ObjectNode latestOverrides(RunRows run) {
        List<Kept<RuntimeOverrides>> rows = run.overrides();
        return body(new Page(1, OptionalLong.empty(), OptionalLong.empty()), run, rows);
    }

    private static CompletableFuture<Answer> page(
            Context context, RunRows run, List<? extends Kept<? extends SpecificRecord>> rows) {
        return Replying.json(body(Page.of(context), run, rows));
    }

    /** Which rows are wanted: at most so many, after an offset of the topic or before one, or else the latest. */
    private record Page(int limit, OptionalLong after, OptionalLong before) {
        static Page of(Context context) {
            Page page =
                    new Page(Params.limit(context), Params.number(context, "after"), Params.number(context, "before"));
            if (page.after().isPresent() && page.before().isPresent()) {
                throw Problem.of(400, "after", "does not go with before");
            }
            return page;
        }

        boolean has(long offset) {
            return (after.isEmpty() || offset > after.getAsLong()) && (before.isEmpty() || offset < before.getAsLong());
        }
    }

    private static ObjectNode body(Page page, RunRows run, List<? extends Kept<? extends SpecificRecord>> rows) {
        var wanted = rows.stream().filter(row -> page.has(row.offset())).toList();
        int from = page.after().isPresent() ? 0 : Math.max(0, wanted.size() - page.limit());
        int to = Math.min(wanted.size(), from + page.limit());
        ObjectNode body = Replying.object().put("run_key", run.summary().key());
        body.set("rows", Replying.rows(wanted.subList(from, to)));
        body.put("next_after", to < wanted.size() ? (Long) wanted.get(to - 1).offset() : null);
        body.put("next_before", from > 0 ? (Long) wanted.get(from).offset() : null);
        return body.put("cut", run.isCut());
    }
}
