package io.soakstream.deploy.rollback.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import io.soakstream.schemas.canonical.Sha256;
import java.time.Instant;

/**
 * One action that is to be done.
 *
 * @param incident identity of the incident
 * @param alert name of the alert
 * @param run run key; empty text: nobody said which run
 * @param at time of the decision
 */
public record ActionRequest(PlannedAction action, String incident, String alert, String run, Instant at) {
    private static final int ID_LENGTH = 32;

    /** The same for every attempt, so that whoever does it can tell a repetition. */
    public String id() {
        return "rollback-" + Sha256.hex(incident + "\n" + action.kind().word()).substring(0, ID_LENGTH);
    }

    /** What a hook is told. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("id", id());
        root.put("action", action.kind().word());
        ObjectNode params = root.putObject("params");
        action.params().forEach(params::put);
        root.put("run", run);
        root.put("alert", alert);
        root.put("incident", incident);
        root.put("at", at.toString());
        return root.toString();
    }
}
