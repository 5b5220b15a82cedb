package io.soakstream.deploy.rollback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.domain.Incident;
import io.soakstream.deploy.rollback.domain.WatcherState;
import io.soakstream.schemas.runtime.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The watcher's state on the disk: the old one or the new one, never a part. */
public final class StateFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path path;

    public StateFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it; none yet is the empty state.
     *
     * @throws IOException it cannot be read, or is not what was written: a cooldown must not be forgotten silently
     */
    public WatcherState read() throws IOException {
        if (!Files.exists(path)) {
            return WatcherState.empty();
        }
        try {
            return state(MAPPER.readTree(path.toFile()));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw new IOException(path + ": is damaged: " + damaged.getMessage(), damaged);
        }
    }

    void write(WatcherState state) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        AtomicFile.write(path, (json(state) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static WatcherState state(JsonNode root) {
        Map<String, Incident> incidents = new LinkedHashMap<>();
        for (JsonNode node : root.path("incidents")) {
            Set<String> done = new LinkedHashSet<>();
            node.path("done").forEach(action -> done.add(action.asText()));
            incidents.put(
                    node.path("incident").asText(),
                    new Incident(
                            node.path("target").asText(),
                            Instant.parse(node.path("since").asText()),
                            done,
                            node.path("complete").asBoolean()));
        }
        SortedMap<String, Instant> rollbacks = new TreeMap<>();
        root.path("rollbacks")
                .properties()
                .forEach(entry -> rollbacks.put(
                        entry.getKey(), Instant.parse(entry.getValue().asText())));
        return new WatcherState(incidents, rollbacks);
    }

    private static ObjectNode json(WatcherState state) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode incidents = root.putArray("incidents");
        state.incidents().forEach((identity, incident) -> {
            ObjectNode node = incidents.addObject();
            node.put("incident", identity);
            node.put("target", incident.target());
            node.put("since", incident.since().toString());
            ArrayNode done = node.putArray("done");
            incident.done().stream().sorted().forEach(done::add);
            node.put("complete", incident.complete());
        });
        ObjectNode rollbacks = root.putObject("rollbacks");
        state.rollbacks().forEach((run, at) -> rollbacks.put(run, at.toString()));
        return root;
    }
}
