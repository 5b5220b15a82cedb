package io.soakstream.deploy.rollback;

import io.soakstream.deploy.rollback.action.ActionPort;
import io.soakstream.deploy.rollback.action.Actions;
import io.soakstream.deploy.rollback.action.ExecHook;
import io.soakstream.deploy.rollback.action.HttpHook;
import io.soakstream.deploy.rollback.action.RunCommander;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the actions of a live watcher together, and refuses to where one could not be done. */
public final class WatcherSetup {
    private static final Duration HOOK_PATIENCE = Duration.ofSeconds(20);

    private WatcherSetup() {}

    /**
     * The actions of a policy.
     *
     * @param secret that HTTP hooks are signed with; empty: there is none
     * @param commander commands runs; empty: nothing commands them
     * @throws IllegalArgumentException an action of the policy could not be done; the message names it
     */
    public static Actions live(
            PolicyFile file, Optional<byte[]> secret, Optional<RunCommander> commander, InstantSource clock) {
        Map<PlannedAction.Kind, ActionPort> ports = new EnumMap<>(PlannedAction.Kind.class);
        for (PlannedAction action : file.policy().actions()) {
            ports.put(action.kind(), port(file, action.kind(), secret, commander, clock));
        }
        return Actions.live(ports);
    }

    /** Whether a policy has an action that is a command to the run. */
    public static boolean commandsRuns(PolicyFile file) {
        List<PlannedAction> actions = file.policy().actions();
        return actions.stream().anyMatch(action -> !action.kind().isOutside());
    }

    private static ActionPort port(
            PolicyFile file,
            PlannedAction.Kind kind,
            Optional<byte[]> secret,
            Optional<RunCommander> commander,
            InstantSource clock) {
        if (!kind.isOutside()) {
            return commander.orElseThrow(() -> new IllegalArgumentException(
                    "action " + kind.word() + " is a signed command: it needs --key, --key-id and --values"));
        }
        PolicyFile.Hook hook = file.hooks().get(kind);
        if (hook == null) {
            throw new IllegalArgumentException("action " + kind.word() + " has no hook: hooks." + kind.word()
                    + " is missing, and without it nothing can be done live");
        }
        if (!hook.exec().isEmpty()) {
            return new ExecHook(hook.exec(), HOOK_PATIENCE);
        }
        return new HttpHook(
                hook.url(),
                secret.orElseThrow(() -> new IllegalArgumentException(
                        "hooks." + kind.word() + " is an HTTP request, and there is no secret to sign it with")),
                HOOK_PATIENCE,
                clock);
    }
}
