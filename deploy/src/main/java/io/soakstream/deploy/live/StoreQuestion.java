package io.soakstream.deploy.live;

import io.soakstream.producer.domain.RunKey;

/**
 * A question about a run.
 *
 * @param orStale a copy that may lag behind will do
 * @param hops instances that have handed it on already (count)
 */
public record StoreQuestion(StoreApp app, RunKey run, boolean orStale, int hops) {
    /** An owner may move while a question is on its way; two that disagree must not send it round for ever. */
    public static final int MAX_HOPS = 2;

    StoreQuestion handedOn() {
        return new StoreQuestion(app, run, orStale, hops + 1);
    }

    /** Path and query at any instance. */
    String path() {
        return "/api/v1/stores/" + app.word() + "/bots/" + run.bot() + "/runs/" + run.run() + "?hops=" + hops
                + (orStale ? "&stale=true" : "");
    }
}
