package io.soakstream.deploy.api;

import io.javalin.http.Context;
import io.soakstream.deploy.live.LiveStores;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreQuestion;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Problem;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** What a stream's stores hold of a run: asked by other instances and by the dashboard. */
final class StoreRoute {
    private final LiveStores stores;

    StoreRoute(LiveStores stores) {
        this.stores = stores;
    }

    CompletableFuture<Answer> run(Context context) {
        StoreApp app = StoreApp.byWord(context.pathParam("app"))
                .orElseThrow(() -> Problem.of(404, "the stores of tuner and gate can be asked"));
        RunKey key = new RunKey(RunLookup.name(context, "bot"), RunLookup.name(context, "run"));
        OptionalLong hops = Params.number(context, "hops");
        StoreQuestion question = new StoreQuestion(
                app, key, Params.flag(context, "stale"), (int) Math.min(StoreQuestion.MAX_HOPS, hops.orElse(0)));
        return stores.ask(question)
                .thenApply(found -> found.map(run -> Answer.json(200, run)).orElseThrow(() -> RunLookup.unknown(key)));
    }
}
