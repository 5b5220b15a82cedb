package io.soakstream.deploy.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.document.JsonDocument;
import io.soakstream.gate.golden.Drift;
import io.soakstream.gate.golden.GoldenComparison;
import io.soakstream.gate.golden.Tolerance;
import io.soakstream.producer.recording.NotARecordingException;
import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.Recording;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.recording.RecordingReader;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Holds a recording against another one: what they say of themselves, then their events one by one, decoded. How the
 * bytes were written, by which schema id or with which version of the program, is no difference.
 */
public final class RecordingComparison {
    private static final String HEADER = "header";
    private static final String EVENTS = "events";

    private RecordingComparison() {}

    /**
     * Every drift; the place of one in an event names the iteration that the baseline has there.
     *
     * @throws NotARecordingException one of them is none, or is damaged
     * @throws IOException one of them cannot be read
     */
    public static List<Drift> of(Path baseline, Path actual, Tolerance tolerance) throws IOException {
        Recording expected = whole(baseline);
        Recording found = whole(actual);
        List<Drift> drifts = new ArrayList<>(
                GoldenComparison.of(HEADER, header(expected.header()), header(found.header()), tolerance));
        int expectedEvents = expected.events().size();
        int foundEvents = found.events().size();
        if (expectedEvents != foundEvents) {
            drifts.add(new Drift(EVENTS, Drift.Kind.LENGTH, expectedEvents + " against " + foundEvents));
        }
        try (Deserializer<SoakEvent> expectedValues = expected.header().deserializer();
                Deserializer<SoakEvent> foundValues = found.header().deserializer()) {
            for (int i = 0; i < Math.min(expectedEvents, foundEvents); i++) {
                JsonNode left = event(expectedValues, expected.events().get(i));
                JsonNode right = event(foundValues, found.events().get(i));
                drifts.addAll(GoldenComparison.of(place(i, left), left, right, tolerance));
            }
        }
        return List.copyOf(drifts);
    }

    /** Half a recording is the same as nothing: what is damaged is not compared. */
    private static Recording whole(Path file) throws IOException {
        Recording recording = new RecordingReader().read(file);
        Optional<Recording.Damage> damage = recording.damage();
        if (damage.isPresent()) {
            throw new NotARecordingException(
                    damage.get().where() + ": " + damage.get().message());
        }
        return recording;
    }

    private static JsonNode header(RecordingHeader header) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("bot", header.key().bot());
        node.put("run", header.key().run());
        header.origin().ifPresent(origin -> node.put("origin", origin));
        node.set("configuration", tree("configuration", header.context().configuration()));
        node.set("policies", tree("policies", header.context().policies()));
        node.set("public_keys", tree("public_keys", header.context().publicKeys()));
        return node;
    }

    private static JsonNode tree(String name, String json) {
        return json.isBlank() ? JsonNodeFactory.instance.nullNode() : JsonDocument.read(HEADER + "." + name, json);
    }

    private static JsonNode event(Deserializer<SoakEvent> values, RecordedEvent event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", new String(event.key().get(), StandardCharsets.UTF_8));
        try {
            return tree(values.deserialize("", event.value().get()), node);
        } catch (UndecodableRecordException undecodable) {
            // What is no event is the same as what has the same bytes.
            node.put("undecodable_sha256", Sha256.hex(event.value().get()));
            return node;
        }
    }

    private static JsonNode tree(SoakEvent event, ObjectNode node) {
        JsonDocument.read("event", event.toString()).fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                node.set(field.getKey(), field.getValue());
            }
        });
        return node;
    }

    private static String place(int index, JsonNode event) {
        JsonNode iteration = event.at("/iteration_summary/iteration");
        return EVENTS + "[" + index + "]" + (iteration.isMissingNode() ? "" : " (iteration " + iteration.asInt() + ")");
    }
}
