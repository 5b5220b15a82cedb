package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.live.LiveStores;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreQuestion;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Window, guards and overrides: from the stores while the run goes on, marked provisional; from the committed view once it
 * is over, on request, or where no stream can be asked. While the stores move there is no answer rather than an old one.
 */
final class LiveRoutes {
    private static final String PROVISIONAL = "provisional";

    private final RunLookup runs;
    private final LiveStores stores;

    LiveRoutes(RunLookup runs, LiveStores stores) {
        this.runs = runs;
        this.stores = stores;
    }

    CompletableFuture<Answer> window(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.TUNER, key, context)
                .thenApply(found -> Answer.json(
                        200,
                        found.filter(LiveRoutes::goesOn)
                                .map(live -> live.without(List.of("guards", "overrides")))
                                .map(ObjectNode.class::cast)
                                .orElseGet(() -> CommittedParts.window(runs.rows(key)))));
    }

    CompletableFuture<Answer> guards(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.TUNER, key, context).thenApply(found -> {
            Optional<ObjectNode> live = found.filter(LiveRoutes::goesOn);
            RunRows rows = runs.rows(key);
            ObjectNode body = CommittedParts.guards(rows);
            live.ifPresent(run -> {
                body.put(PROVISIONAL, true).put("stale", run.path("stale").asBoolean());
                body.set("sequence", run.get("sequence"));
                body.set("guards", run.get("guards"));
                body.set("commanded_freeze", run.path("overrides").path("commanded_freeze"));
                body.set("commanded_subsystems", run.path("overrides").path("commanded_subsystems"));
            });
            return Answer.json(200, body);
        });
    }

    CompletableFuture<Answer> overrides(Context context) {
        RunKey key = runs.key(context);
        return ask(StoreApp.GATE, key, context).thenApply(found -> {
            RunRows rows = runs.rows(key);
            ObjectNode body = HistoryRoutes.overrides(context, rows);
            ObjectNode current = found.filter(run -> run.path("overrides").isObject())
                    .map(run -> ((ObjectNode) run.get("overrides"))
                            .put(PROVISIONAL, true)
                            .put("stale", run.path("stale").asBoolean()))
                    .orElseGet(() -> CommittedParts.overrides(rows));
            body.set("current", current);
            found.ifPresent(run -> body.set("awaited", run.get("awaited")));
            return Answer.json(200, body);
        });
    }

    /** Empty: the view is to answer. */
    private CompletableFuture<Optional<ObjectNode>> ask(StoreApp app, RunKey key, Context context) {
        if (Params.flag(context, "committed") || !stores.canAsk(app)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return stores.ask(new StoreQuestion(app, key, Params.flag(context, "stale"), 0));
    }

    private static boolean goesOn(ObjectNode run) {
        return !run.path("ended").asBoolean();
    }
}
