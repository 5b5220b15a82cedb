package io.soakstream.deploy.rollback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.action.ActionRequest;
import io.soakstream.deploy.rollback.action.ActionResult;
import io.soakstream.deploy.rollback.action.ActionResult.Status;
import io.soakstream.deploy.rollback.action.Actions;
import io.soakstream.deploy.rollback.domain.Alert;
import io.soakstream.deploy.rollback.domain.Decision;
import io.soakstream.deploy.rollback.domain.Decision.Kind;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import io.soakstream.deploy.rollback.domain.RollbackDecider;
import io.soakstream.deploy.rollback.domain.WatcherState;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Takes alerts one after the other: decides, keeps the decision, acts, writes down. What was decided is on the disk before
 * anything is done; after a crash in between, the repetition of the alert finishes the rest.
 */
public final class RollbackWatcher {
    private final RollbackDecider decider;
    private final Actions actions;
    private final StateFile file;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Consumer<Done> listener;
    private WatcherState state;

    /** What was done about an alert, for whoever counts or verifies. */
    public record Done(Alert alert, String run, Decision.Kind kind, List<ActionResult> results) {}

    /**
     * Goes on where it was.
     *
     * @param listener is told of every alert after it is written down
     * @throws IOException the state cannot be read
     */
    public RollbackWatcher(
            RollbackDecider decider,
            Actions actions,
            StateFile file,
            AuditLog audit,
            InstantSource clock,
            Consumer<Done> listener)
            throws IOException {
        this.decider = decider;
        this.actions = actions;
        this.file = file;
        this.audit = audit;
        this.clock = clock;
        this.listener = listener;
        this.state = file.read();
    }

    /**
     * What is answered.
     *
     * @param body JSON in the published form
     * @param isComplete everything that had to be done is done; else the alerts must come again
     */
    public record Reply(ObjectNode body, boolean isComplete) {}

    /**
     * Takes what one request brought.
     *
     * @param truncated alerts that Alertmanager left out (count)
     * @throws IOException state or audit cannot be written: the request is not taken
     */
    public synchronized Reply take(List<Alert> alerts, List<String> rejected, int truncated)
            throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        boolean complete = true;
        for (Alert alert : alerts) {
            Done done = take(alert, responses);
            complete &= done.results().stream().noneMatch(result -> result.status() == Status.FAILED);
        }
        for (String reason : rejected) {
            responses.addObject().put("alert", "").put("action", "rejected").put("reason", reason);
            audit.append(record("rejected").put("reason", reason));
        }
        body.put("processed", responses.size());
        body.set("responses", responses);
        if (truncated > 0) {
            body.put("truncated", truncated);
            audit.append(record("truncated").put("alerts", truncated));
        }
        audit.force();
        return new Reply(body, complete);
    }

    /** Writes down a request that was not taken. */
    public synchronized void refuse(String why) throws IOException {
        audit.append(record("refused").put("reason", why));
        audit.force();
    }

    /** Writes down what became of a rollback. */
    synchronized void verified(String run, ObjectNode outcome) throws IOException {
        audit.append(record("verification").put("run", run).setAll(outcome));
        audit.force();
    }

    private Done take(Alert alert, ArrayNode responses) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Decision decision = decider.decide(state, alert, now);
        if (!decision.state().equals(state)) {
            keep(decision.state());
        }
        List<ActionResult> results = act(alert, decision, now);
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("alert", alert.name());
        response.setAll(answer(decision, results, now));
        if (decision.kind() != Kind.RESOLVED) {
            responses.add(response);
        }
        Done done = new Done(alert, decider.target(alert), decision.kind(), results);
        audit.append(written(done, decision));
        listener.accept(done);
        return done;
    }

    private List<ActionResult> act(Alert alert, Decision decision, Instant now)
            throws IOException, InterruptedException {
        if (decision.kind() != Kind.ROLL_BACK && decision.kind() != Kind.NOTIFY) {
            return List.of();
        }
        List<ActionResult> results = new ArrayList<>();
        for (PlannedAction action : decision.actions()) {
            ActionRequest request =
                    new ActionRequest(action, alert.incident(), alert.name(), decider.target(alert), now);
            note("begun", request, JsonNodeFactory.instance.objectNode());
            ActionResult result = actions.run(request);
            note("action", request, result.json());
            results.add(result);
            if (result.status() != Status.FAILED) {
                keep(state.done(alert.incident(), action.kind().word()));
            }
        }
        if (results.stream().noneMatch(result -> result.status() == Status.FAILED)) {
            keep(state.complete(alert.incident()));
        }
        return results;
    }

    /** On the disk at once: a watcher that is killed meanwhile must not have done what nobody can read of. */
    private void note(String kind, ActionRequest request, ObjectNode more) throws IOException {
        ObjectNode node = record(kind);
        node.put("incident", request.incident()).put("alert", request.alert()).put("run", request.run());
        node.put("action", request.action().kind().word());
        audit.append(node.setAll(more));
        audit.force();
    }

    private void keep(WatcherState next) throws IOException {
        file.write(next);
        state = next;
    }

    private ObjectNode answer(Decision decision, List<ActionResult> results, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (decision.kind()) {
            case ROLL_BACK -> node.set("rollback", rollback(results, now));
            case NOTIFY -> {
                node.put("action", "notify").put("reason", decision.reason());
                node.set("notification", rollback(results, now));
            }
            case COOLING_DOWN, DISABLED ->
                node.putObject("rollback").put("status", "skipped").put("reason", decision.reason());
            default -> node.put("action", "skipped").put("reason", decision.reason());
        }
        return node;
    }

    private ObjectNode rollback(List<ActionResult> results, Instant now) {
        boolean failed = results.stream().anyMatch(result -> result.status() == Status.FAILED);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", actions.isDry() ? "dry_run" : failed ? "incomplete" : "executed");
        ArrayNode list = node.putArray("actions");
        results.forEach(result -> list.add(result.json()));
        node.put("timestamp", now.toString());
        return node;
    }

    private ObjectNode written(Done done, Decision decision) {
        ObjectNode node = record("alert");
        node.put("alert", done.alert().name());
        node.put("incident", done.alert().incident());
        node.put("firing", done.alert().firing());
        node.put("run", done.run());
        node.put("decision", decision.kind().name().toLowerCase(Locale.ROOT));
        node.put("reason", decision.reason());
        ArrayNode list = node.putArray("actions");
        done.results().forEach(result -> list.add(result.json()));
        ObjectNode labels = node.putObject("labels");
        done.alert().labels().forEach(labels::put);
        ObjectNode annotations = node.putObject("annotations");
        done.alert().annotations().forEach(annotations::put);
        return node;
    }

    private ObjectNode record(String kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", clock.instant().toString())
                .put("kind", kind)
                .put("dry_run", actions.isDry());
    }
}
