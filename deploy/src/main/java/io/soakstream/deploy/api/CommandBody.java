package io.soakstream.deploy.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.control.InvalidValuesException;
import io.soakstream.deploy.control.TargetValues;
import io.soakstream.producer.http.Problem;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.CommandRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** The body of a command: who, why, and what it is about; unknown fields are refused, as one that is mistyped is meant. */
final class CommandBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> FIELDS = Set.of(
            "id",
            "actor",
            "reason",
            "subsystems",
            "values",
            "enabled",
            "not_after_iteration",
            "expected_hash",
            "expires_at_ms",
            "wait_s");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_TEXT = 500;
    private static final int MAX_WAIT_SECONDS = 60;
    private static final int USUAL_WAIT_SECONDS = 15;

    private final ObjectNode body;

    private CommandBody(ObjectNode body) {
        this.body = body;
    }

    /** @throws Problem 400: it is not a JSON object, or has a field that no command has */
    static CommandBody read(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (!(tree instanceof ObjectNode object)) {
                throw Problem.of(400, "the body is not a JSON object");
            }
            object.fieldNames().forEachRemaining(name -> {
                if (!FIELDS.contains(name)) {
                    throw Problem.of(400, printable(name), "is no field of a command: " + new TreeSet<>(FIELDS));
                }
            });
            return new CommandBody(object);
        } catch (JsonProcessingException malformed) {
            throw Problem.of(400, "the body is not JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory cannot be read", impossible);
        }
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), 64)).replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * The command, not signed yet.
     *
     * @param nowMs when it is given, and what its expiry is held against (ms since 1970-01-01 UTC)
     * @throws Problem 400: a field is missing or wrong; 409: it has expired
     */
    ControlCommand command(ControlAction action, long nowMs, String keyId) {
        requireUnexpired(nowMs);
        Long notAfter = whole("not_after_iteration");
        if (notAfter != null && notAfter > Integer.MAX_VALUE) {
            throw Problem.of(400, "not_after_iteration", "is above " + Integer.MAX_VALUE);
        }
        return ControlCommand.newBuilder()
                .setId(id())
                .setAction(switched(action))
                .setValues(values(action))
                .setSubsystems(subsystems(action))
                .setActor(text("actor"))
                .setReason(text("reason"))
                .setIssuedAtMs(nowMs)
                .setNotAfterIteration(notAfter == null ? null : notAfter.intValue())
                .setExpectedBaseHash(hash())
                .setKeyId(keyId)
                // Of the others it only says until when they may be given.
                .setExpiresAtMs(action == ControlAction.SILENCE ? whole("expires_at_ms") : null)
                .build();
    }

    /** @throws Problem 409: it has expired */
    void requireUnexpired(long nowMs) {
        Long expires = whole("expires_at_ms");
        if (expires != null && expires <= nowMs) {
            throw Problem.of(409, "expires_at_ms", "is over: the command was not given");
        }
    }

    /** How long to wait for the answer (s). */
    int waitSeconds() {
        Long stated = whole("wait_s");
        if (stated != null && stated > MAX_WAIT_SECONDS) {
            throw Problem.of(400, "wait_s", "must be from 0 to " + MAX_WAIT_SECONDS);
        }
        return stated == null ? USUAL_WAIT_SECONDS : stated.intValue();
    }

    private String id() {
        if (!body.has("id")) {
            return UUID.randomUUID().toString();
        }
        String id = body.get("id").asText();
        if (!body.get("id").isTextual() || !CommandKeys.isKeyId(id)) {
            throw Problem.of(400, "id", "must be a name of letters, digits, dots, dashes and underscores");
        }
        return id;
    }

    private ControlAction switched(ControlAction action) {
        if (action != ControlAction.AUTO_TUNE_ON) {
            return action;
        }
        if (!body.path("enabled").isBoolean()) {
            throw Problem.of(400, "enabled", "must be true or false");
        }
        return body.get("enabled").asBoolean() ? ControlAction.AUTO_TUNE_ON : ControlAction.AUTO_TUNE_OFF;
    }

    private String text(String field) {
        String text = body.path(field).asText().strip();
        if (!body.path(field).isTextual() || text.isEmpty() || text.length() > MAX_TEXT) {
            throw Problem.of(400, field, "must be a text of 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }

    private Long whole(String field) {
        JsonNode stated = body.path(field);
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        if (!stated.isIntegralNumber() || !stated.canConvertToLong() || stated.asLong() < 0) {
            throw Problem.of(400, field, "must be a whole number from 0 on");
        }
        return stated.asLong();
    }

    private String hash() {
        JsonNode stated = body.path("expected_hash");
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        if (!HASH.matcher(stated.asText()).matches()) {
            throw Problem.of(400, "expected_hash", "must be a state hash: 64 hex digits");
        }
        return stated.asText();
    }

    private List<String> subsystems(ControlAction action) {
        boolean freezes = action == ControlAction.FREEZE || action == ControlAction.UNFREEZE;
        JsonNode stated = body.path("subsystems");
        if (stated.isMissingNode()) {
            return List.of();
        }
        if (!freezes || !stated.isArray() || stated.size() > CommandRules.FREEZABLE.size()) {
            throw Problem.of(
                    400, "subsystems", "is a list for freeze and unfreeze: " + new TreeSet<>(CommandRules.FREEZABLE));
        }
        List<String> named = new ArrayList<>();
        stated.forEach(name -> named.add(name.asText()));
        if (!CommandRules.FREEZABLE.containsAll(named)) {
            throw Problem.of(400, "subsystems", "must be among " + new TreeSet<>(CommandRules.FREEZABLE));
        }
        return named.stream().distinct().sorted().toList();
    }

    private List<ParameterValue> values(ControlAction action) {
        boolean carries = action == ControlAction.ROLLBACK || action == ControlAction.REBASE;
        if (carries != body.has("values")) {
            throw Problem.of(400, "values", "go with rollback and rebase, and those need them");
        }
        if (!carries) {
            return List.of();
        }
        try {
            return TargetValues.of(
                    ParameterCatalogue.standard(),
                    "values",
                    body.get("values").toString().getBytes(StandardCharsets.UTF_8));
        } catch (InvalidValuesException invalid) {
            throw Problem.of(400, invalid.getMessage());
        }
    }
}
