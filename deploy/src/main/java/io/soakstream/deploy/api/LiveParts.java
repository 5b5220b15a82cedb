package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.view.RunRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Window, guards and overrides out of what the stores know of a run, or else out of the committed view. What a store has
 * said is not changed, so that several parts can be made of it.
 */
final class LiveParts {
    private static final String PROVISIONAL = "provisional";

    private LiveParts() {}

    /** @param rows asked for only where the tuner does not answer */
    static ObjectNode window(Optional<ObjectNode> tuner, Supplier<RunRows> rows) {
        return tuner.filter(LiveParts::goesOn)
                .map(live -> Replying.object().<ObjectNode>setAll(live).remove(List.of("guards", "overrides")))
                .orElseGet(() -> CommittedParts.window(rows.get()));
    }

    static ObjectNode guards(Optional<ObjectNode> tuner, RunRows rows) {
        ObjectNode body = CommittedParts.guards(rows);
        tuner.filter(LiveParts::goesOn).ifPresent(run -> {
            body.put(PROVISIONAL, true).put("stale", run.path("stale").asBoolean());
            body.set("sequence", run.get("sequence"));
            body.set("guards", run.get("guards"));
            body.set("commanded_freeze", run.path("overrides").path("commanded_freeze"));
            body.set("commanded_subsystems", run.path("overrides").path("commanded_subsystems"));
        });
        return body;
    }

    /** @param page versions of the overrides, to which the one in force is added */
    static ObjectNode overrides(Optional<ObjectNode> gate, RunRows rows, ObjectNode page) {
        ObjectNode current = gate.filter(run -> run.path("overrides").isObject())
                .map(run -> Replying.object()
                        .<ObjectNode>setAll((ObjectNode) run.get("overrides"))
                        .put(PROVISIONAL, true)
                        .put("stale", run.path("stale").asBoolean()))
                .orElseGet(() -> CommittedParts.overrides(rows));
        page.set("current", current);
        gate.ifPresent(run -> page.set("awaited", run.get("awaited")));
        return page;
    }

    private static boolean goesOn(ObjectNode run) {
        return !run.path("ended").asBoolean();
    }
}
