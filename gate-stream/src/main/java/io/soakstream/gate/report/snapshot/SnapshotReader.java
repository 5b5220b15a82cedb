package io.soakstream.gate.report.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Reads snapshots of schema 1.1 and 1.2, the latter also in its earlier spelling ({@code kpi_last8}). */
public final class SnapshotReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> SCHEMAS = Set.of(Snapshot11.SCHEMA, Snapshot12.SCHEMA);

    private final String source;
    private final JsonNode root;

    private SnapshotReader(String source, JsonNode root) {
        this.source = source;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidSnapshotException it is no snapshot; names file and field
     * @throws IOException it cannot be read
     */
    public static ReadSnapshot read(Path file) throws IOException {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException foreign) {
            throw new InvalidSnapshotException(file + ": no JSON: it is not UTF-8", foreign);
        }
    }

    /**
     * @param source what to call it in messages
     * @throws InvalidSnapshotException it is no snapshot; names source and field
     */
    public static ReadSnapshot parse(String source, String json) {
        try {
            return new SnapshotReader(source, MAPPER.readTree(json)).snapshot();
        } catch (JsonProcessingException malformed) {
            throw new InvalidSnapshotException(source + ": no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private ReadSnapshot snapshot() {
        if (!root.isObject()) {
            throw new InvalidSnapshotException(source + ": a snapshot is a JSON object");
        }
        String schema = field("schema_version", JsonNode::isTextual, "text").asText();
        if (!SCHEMAS.contains(schema)) {
            throw new InvalidSnapshotException(
                    source + ": schema_version: '" + schema + "' is unknown, must be 1.1 or 1.2");
        }
        return new ReadSnapshot(
                source,
                schema,
                verdict(),
                field("freeze_ready", JsonNode::isBoolean, "true or false").asBoolean(),
                field(named("pass_count"), JsonNode::isInt, "a whole number").asInt(),
                total(),
                analyzed(),
                kpis(named("kpi")),
                goals(),
                text("policy"),
                text("policy_version"),
                text("digest"));
    }

    private VerdictLevel verdict() {
        String level = field("verdict", JsonNode::isTextual, "text").asText();
        for (VerdictLevel known : VerdictLevel.values()) {
            if (known != VerdictLevel.UNKNOWN && known.name().equals(level)) {
                return known;
            }
        }
        throw new InvalidSnapshotException(
                source + ": verdict: '" + level + "' must be PASS, WARN, FAIL or INCONCLUSIVE");
    }

    /** Schema 1.1, and 1.2 in its earlier spelling, name the window by its length. */
    private String named(String stem) {
        return root.has(stem + "_last_n") ? stem + "_last_n" : stem + "_last8";
    }

    private OptionalInt total() {
        JsonNode total = root.get("iterations_total");
        return total == null
                ? OptionalInt.empty()
                : OptionalInt.of(field("iterations_total", JsonNode::isInt, "a whole number")
                        .asInt());
    }

    private List<Integer> analyzed() {
        List<Integer> numbers = new ArrayList<>();
        root.path("iterations_analyzed").forEach(number -> {
            require(number.isInt(), "iterations_analyzed", "whole numbers");
            numbers.add(number.asInt());
        });
        return numbers;
    }

    private Map<Kpi, ReadSnapshot.Statistics> kpis(String name) {
        JsonNode values = field(name, JsonNode::isObject, "an object");
        Map<Kpi, ReadSnapshot.Statistics> kpis = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            JsonNode entry = values.get(kpi.field());
            if (entry != null) {
                String path = name + "." + kpi.field();
                require(entry.isObject(), path, "an object");
                kpis.put(
                        kpi,
                        new ReadSnapshot.Statistics(
                                number(entry, path, "mean"),
                                number(entry, path, "median"),
                                number(entry, path, "min"),
                                number(entry, path, "max")));
            }
        }
        return kpis;
    }

    private Optional<Double> number(JsonNode entry, String path, String name) {
        JsonNode value = entry.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        require(value.isNumber() && Double.isFinite(value.asDouble()), path + "." + name, "a number");
        return Optional.of(value.asDouble());
    }

    private Map<String, Boolean> goals() {
        Map<String, Boolean> goals = new LinkedHashMap<>();
        root.path("goals_met").fields().forEachRemaining(goal -> {
            require(goal.getValue().isBoolean(), "goals_met." + goal.getKey(), "true or false");
            goals.put(goal.getKey(), goal.getValue().asBoolean());
        });
        return goals;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(root.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private JsonNode field(String name, Predicate<JsonNode> kind, String wanted) {
        JsonNode value = root.get(name);
        if (value == null) {
            throw new InvalidSnapshotException(source + ": " + name + ": is missing");
        }
        require(kind.test(value), name, wanted);
        return value;
    }

    private void require(boolean holds, String name, String wanted) {
        if (!holds) {
            throw new InvalidSnapshotException(source + ": " + name + ": must be " + wanted);
        }
    }
}
