package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.http.EntityTag;
import io.soakstream.deploy.live.LiveStores;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreQuestion;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.deploy.view.RunSummary;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Window, guards and overrides: from the stores while the run goes on, marked provisional; from the committed view once it
 * is over, on request, or where no stream can be asked. While the stores move there is no answer rather than one of more than a second ago.
 */
final class LiveRoutes {
    private final RunLookup runs;
    private final LiveStores stores;
    private final SharedAnswers<Moment, Now> shared;

    /** What is asked of a run. */
    private record Question(RunKey run, boolean committed, boolean stale) {
        static Question of(RunKey run, Context context) {
            return new Question(run, Params.flag(context, "committed"), Params.flag(context, "stale"));
        }
    }

    /**
     * Who was told that something came is not to be given what was there before.
     *
     * @param come how far the view has read of the run
     */
    private record Moment(Question question, long come) {}

    /** All three parts as text. */
    private record Now(String text, EntityTag tag) {
        static Now of(ObjectNode body) {
            String text = body.toString();
            return new Now(text, EntityTag.of(text));
        }
    }

    /** @param nanos a time that never goes back (ns) */
    LiveRoutes(RunLookup runs, LiveStores stores, LongSupplier nanos) {
        this.runs = runs;
        this.stores = stores;
        this.shared = new SharedAnswers<>(nanos);
    }

    CompletableFuture<Answer> window(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.TUNER, Question.of(key, context))
                .thenApply(tuner -> Answer.json(200, LiveParts.window(tuner, () -> runs.rows(key))));
    }

    CompletableFuture<Answer> guards(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.TUNER, Question.of(key, context))
                .thenApply(tuner -> Answer.json(200, LiveParts.guards(tuner, runs.rows(key))));
    }

    CompletableFuture<Answer> overrides(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.GATE, Question.of(key, context)).thenApply(gate -> {
            RunRows rows = runs.rows(key);
            return Answer.json(200, LiveParts.overrides(gate, rows, HistoryRoutes.overrides(context, rows)));
        });
    }

    /** The three together, for many who ask at the same time. */
    CompletableFuture<Answer> now(Context context) {
        RunKey key = runs.key(context);
        // What is wrong with the view is told to everybody at once.
        long come = runs.view().summary(key.text()).map(RunSummary::sequence).orElse(0L);
        Question question = Question.of(key, context);
        CompletableFuture<Now> answer =
                question.committed() ? now(question) : shared.of(new Moment(question, come), () -> now(question));
        return answer.thenApply(now ->
                Replying.tagged(context, now.tag(), new Answer(200, Answer.JSON, Optional.of(now.text()), Map.of())));
    }

    private CompletableFuture<Now> now(Question question) {
        return ask(StoreApp.TUNER, question).thenCombine(ask(StoreApp.GATE, question), (tuner, gate) -> {
            RunRows rows = runs.rows(question.run());
            ObjectNode body = Replying.object().put("run_key", question.run().text());
            body.set("window", LiveParts.window(tuner, () -> rows));
            body.set("guards", LiveParts.guards(tuner, rows));
            body.set("overrides", LiveParts.overrides(gate, rows, HistoryRoutes.latestOverrides(rows)));
            return Now.of(body);
        });
    }

    /** Empty: the view is to answer. */
    private CompletableFuture<Optional<ObjectNode>> ask(StoreApp app, Question question) {
        if (question.committed() || !stores.canAsk(app)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return stores.ask(new StoreQuestion(app, question.run(), question.stale(), 0));
    }
}
