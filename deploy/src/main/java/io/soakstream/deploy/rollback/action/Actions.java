package io.soakstream.deploy.rollback.action;

import io.soakstream.deploy.rollback.action.ActionResult.Status;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.util.EnumMap;
import java.util.Map;

/** Does what is planned, or says what would be done. */
public final class Actions {
    private final Map<PlannedAction.Kind, ActionPort> ports;
    private final boolean dry;

    private Actions(Map<PlannedAction.Kind, ActionPort> ports, boolean dry) {
        this.ports = ports;
        this.dry = dry;
    }

    /** Does nothing. */
    public static Actions dry() {
        return new Actions(Map.of(), true);
    }

    /** @param ports one for every kind of action that the policy has */
    public static Actions live(Map<PlannedAction.Kind, ActionPort> ports) {
        return new Actions(new EnumMap<>(ports), false);
    }

    public boolean isDry() {
        return dry;
    }

    public ActionResult run(ActionRequest request) throws InterruptedException {
        PlannedAction action = request.action();
        if (dry) {
            return new ActionResult(action, Status.DRY_RUN, "[DRY RUN] Would execute: " + words(action));
        }
        ActionPort port = ports.get(action.kind());
        if (port == null) {
            return new ActionResult(action, Status.FAILED, "no hook is configured");
        }
        try {
            return new ActionResult(action, Status.EXECUTED, port.run(request));
        } catch (ActionFailedException failed) {
            return new ActionResult(action, Status.FAILED, failed.getMessage());
        } catch (RuntimeException unforeseen) {
            return new ActionResult(action, Status.FAILED, "failed: " + unforeseen);
        }
    }

    private static String words(PlannedAction action) {
        return switch (action.kind()) {
            case SCALE_STRATEGY -> "Scale to " + action.params().get("target");
            case CIRCUIT_STATE -> "Set the circuit to " + action.params().get("state");
            case FREEZE_ORDERS -> "Freeze orders";
            case AUTO_TUNE ->
                "Switch automatic tuning to enabled=" + action.params().get("enabled");
            case ROLLBACK_OVERRIDES -> "Roll the overrides back";
            case NOTIFY -> "Notify " + action.params().get("channels");
        };
    }
}
