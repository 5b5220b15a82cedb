package io.soakstream.deploy.rollback;

import io.soakstream.deploy.rollback.VerificationPlan.Check;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import io.soakstream.deploy.rollback.domain.RollbackPolicy;
import io.soakstream.schemas.yaml.YamlProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The policy of the watcher as its file has it.
 *
 * @param hooks how outside actions are done
 * @param verification what must be seen after a rollback
 * @param auditPath name of the audit's file
 */
public record PolicyFile(
        RollbackPolicy policy, Map<PlannedAction.Kind, Hook> hooks, VerificationPlan verification, String auditPath) {

    /** One of both: a program with its arguments, or an address. */
    public record Hook(List<String> exec, URI url) {}

    /** A file that is no policy; the message names file and key. */
    public static final class InvalidException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        InvalidException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws InvalidException it is no policy */
    public static PolicyFile read(Path file) {
        try {
            Object root = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return of(new PolicyNode("", root));
        } catch (IOException unreadable) {
            throw new InvalidException(file + ": cannot be read", unreadable);
        } catch (YamlEngineException malformed) {
            throw new InvalidException(
                    YamlProblem.of(file.toString(), malformed).toString(), malformed);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidException(file + ": " + invalid.getMessage(), invalid);
        }
    }

    private static PolicyFile of(PolicyNode root) {
        root.allow(
                "version",
                "hard_gates",
                "soft_gates",
                "auto_rollback",
                "hooks",
                "verification",
                "notifications",
                "audit");
        PolicyNode rollback = root.get("auto_rollback");
        RollbackPolicy policy = new RollbackPolicy(
                root.get("version").text(),
                gates(root.get("hard_gates"), "rollback"),
                gates(root.get("soft_gates"), "notify"),
                rollback.find("enabled").map(PolicyNode::flag).orElse(false),
                Duration.ofMinutes(rollback.get("cooldown_minutes").whole()),
                rollback.get("actions").list().stream().map(PolicyFile::action).toList());
        PolicyNode audit = root.get("audit");
        if (!audit.get("enabled").flag()) {
            throw new IllegalArgumentException("audit.enabled: must be true: nothing is done unwritten");
        }
        return new PolicyFile(
                policy,
                hooks(root.get("hooks")),
                verification(root.get("verification")),
                audit.get("log_path").text());
    }

    private static Set<String> gates(PolicyNode list, String action) {
        Set<String> names = new LinkedHashSet<>();
        for (PolicyNode gate : list.list()) {
            gate.allow("name", "description", "severity", "action");
            if (!gate.get("action").text().equals(action)) {
                throw new IllegalArgumentException(gate.get("action").path() + ": must be " + action);
            }
            if (!names.add(gate.get("name").text())) {
                throw new IllegalArgumentException(
                        gate.path() + ": " + gate.get("name").text() + " stands there twice");
            }
        }
        return names;
    }

    private static PlannedAction action(PolicyNode node) {
        node.allow("action", "params");
        try {
            return new PlannedAction(
                    PlannedAction.Kind.of(node.get("action").text()),
                    node.get("params").texts());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(node.path() + ": " + unknown.getMessage(), unknown);
        }
    }

    private static Map<PlannedAction.Kind, Hook> hooks(PolicyNode node) {
        Map<PlannedAction.Kind, Hook> hooks = new EnumMap<>(PlannedAction.Kind.class);
        node.map().forEach((name, hook) -> {
            PlannedAction.Kind kind = PlannedAction.Kind.of(name);
            if (!kind.isOutside()) {
                throw new IllegalArgumentException(hook.path() + ": is a command to the run and has no hook");
            }
            hooks.put(kind, hook(hook));
        });
        return hooks;
    }

    private static Hook hook(PolicyNode node) {
        node.allow("exec", "url");
        boolean exec = node.find("exec").isPresent();
        if (exec == node.find("url").isPresent()) {
            throw new IllegalArgumentException(node.path() + ": either exec or url");
        }
        if (exec) {
            List<String> line =
                    node.get("exec").list().stream().map(PolicyNode::text).toList();
            if (line.isEmpty()) {
                throw new IllegalArgumentException(node.path() + ".exec: is empty");
            }
            return new Hook(line, null);
        }
        URI url = URI.create(node.get("url").text());
        boolean loopback = "http".equals(url.getScheme())
                && ("127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost()));
        if (!"https".equals(url.getScheme()) && !loopback) {
            throw new IllegalArgumentException(node.path() + ".url: must be https");
        }
        return new Hook(List.of(), url);
    }

    private static VerificationPlan verification(PolicyNode node) {
        node.allow("wait_seconds", "checks");
        return new VerificationPlan(
                Duration.ofSeconds(node.get("wait_seconds").whole()),
                node.get("checks").list().stream().map(PolicyFile::check).toList());
    }

    private static Check check(PolicyNode node) {
        node.allow("metric", "labels", "equals", "within_seconds");
        return new Check(
                node.get("metric").text(),
                node.get("labels").texts(),
                node.get("equals").number(),
                Duration.ofSeconds(node.get("within_seconds").whole()));
    }
}
