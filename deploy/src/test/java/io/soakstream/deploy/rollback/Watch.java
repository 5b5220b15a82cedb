package io.soakstream.deploy.rollback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.deploy.rollback.action.ActionFailedException;
import io.soakstream.deploy.rollback.action.ActionPort;
import io.soakstream.deploy.rollback.action.ActionRequest;
import io.soakstream.deploy.rollback.action.Actions;
import io.soakstream.deploy.rollback.domain.Alert;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import io.soakstream.deploy.rollback.domain.RollbackDecider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A watcher by the policy that ships, with a clock of its own and actions that are only noted. */
public final class Watch {
    public static final String RUN = "mm:r1";
    public static final Path POLICY = Path.of("policies/rollback.yaml");

    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final List<ActionRequest> done = new ArrayList<>();
    private final Set<PlannedAction.Kind> broken = new HashSet<>();
    private final Set<PlannedAction.Kind> deadly = new HashSet<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private RollbackWatcher watcher;

    public Watch(Path directory) {
        this.directory = directory;
        restart();
    }

    /** As after a crash: only what is on the disk is known. */
    public void restart() {
        Map<PlannedAction.Kind, ActionPort> ports = new EnumMap<>(PlannedAction.Kind.class);
        for (PlannedAction.Kind kind : PlannedAction.Kind.values()) {
            ports.put(kind, this::note);
        }
        try {
            watcher = new RollbackWatcher(
                    new RollbackDecider(PolicyFile.read(POLICY).policy(), RUN),
                    Actions.live(ports),
                    new StateFile(directory.resolve("state.json")),
                    new AuditLog(directory.resolve("audit.jsonl")),
                    () -> now,
                    done -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String note(ActionRequest request) throws ActionFailedException {
        if (deadly.contains(request.action().kind())) {
            throw new InternalError("killed");
        }
        if (broken.contains(request.action().kind())) {
            throw new ActionFailedException("is broken");
        }
        done.add(request);
        return "noted";
    }

    public RollbackWatcher watcher() {
        return watcher;
    }

    void breaks(PlannedAction.Kind kind) {
        broken.add(kind);
    }

    /** The watcher does not survive it. */
    void kills(PlannedAction.Kind kind) {
        deadly.add(kind);
    }

    void mend() {
        deadly.clear();
        broken.clear();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    RollbackWatcher.Reply take(Alert... alerts) {
        try {
            return watcher.take(List.of(alerts), List.of(), 0);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How often something was really done. */
    public long count(PlannedAction.Kind kind) {
        return done.stream().filter(request -> request.action().kind() == kind).count();
    }

    List<ActionRequest> done() {
        return done;
    }

    /** Without what is written of each action alone. */
    public List<JsonNode> audit() {
        return written().stream()
                .filter(record ->
                        !Set.of("begun", "action").contains(record.get("kind").asText()))
                .toList();
    }

    List<JsonNode> written() {
        try {
            List<JsonNode> records = new ArrayList<>();
            for (String line : Files.readAllLines(directory.resolve("audit.jsonl"))) {
                records.add(JSON.readTree(line));
            }
            return records;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Alert firing(String name, String fingerprint, Instant since) {
        return new Alert(
                name, fingerprint, since.toString(), true, new TreeMap<>(Map.of("alertname", name)), new TreeMap<>());
    }

    static Alert resolved(String name, String fingerprint, Instant since) {
        return new Alert(
                name, fingerprint, since.toString(), false, new TreeMap<>(Map.of("alertname", name)), new TreeMap<>());
    }
}
