package io.soakstream.deploy.rollback.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.util.Locale;

/** What became of an action. */
public record ActionResult(PlannedAction action, Status status, String message) {

    /** How it went. */
    public enum Status {
        DRY_RUN,
        EXECUTED,
        FAILED
    }

    /** As the watcher answers. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("action", action.kind().word());
        ObjectNode params = node.putObject("params");
        action.params().forEach(params::put);
        node.put("status", status.name().toLowerCase(Locale.ROOT));
        node.put("message", message);
        return node;
    }
}
