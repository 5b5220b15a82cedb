package io.soakstream.schemas.command;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text that a command's signature covers: the canonical JSON (RFC 8785) of every field but the signature, and of the
 * run that it is meant for. docs/commands.md writes it down for programs in other languages.
 */
public final class CommandText {
    /** Beyond it a JSON number is not exact, so two times would have one text. */
    private static final long MAX_EXACT = (1L << 53) - 1;

    private CommandText() {}

    /**
     * The text, to be signed as UTF-8.
     *
     * @param runKey {@code <bot>:<run>} of the run that is commanded; of a replay that of its origin
     * @throws IllegalArgumentException two different commands could have this text, or it is no text; the message names
     *     the field
     */
    public static String of(ControlCommand command, String runKey) {
        int colon = runKey.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("run key \"" + runKey + "\" is not <bot>:<run>");
        }
        SortedMap<String, Object> text = new TreeMap<>();
        text.put("bot", runKey.substring(0, colon));
        text.put("run", runKey.substring(colon + 1));
        text.put("id", command.getId());
        text.put("action", command.getAction().name());
        text.put("values", values(command.getValues()));
        text.put("subsystems", command.getSubsystems().stream().sorted().toList());
        text.put("actor", command.getActor());
        text.put("reason", command.getReason());
        text.put("issued_at_ms", exact("issued_at_ms", command.getIssuedAtMs()));
        text.put("not_after_iteration", command.getNotAfterIteration());
        text.put("expected_base_hash", command.getExpectedBaseHash());
        text.put("key_id", command.getKeyId());
        // Only where it is set: commands that were signed before there was one keep their text.
        if (command.getExpiresAtMs() != null) {
            text.put("expires_at_ms", exact("expires_at_ms", command.getExpiresAtMs()));
        }
        return CanonicalJson.write(text);
    }

    private static Map<String, String> values(List<ParameterValue> values) {
        SortedMap<String, String> byName = new TreeMap<>();
        for (ParameterValue value : values) {
            if (byName.put(value.getName(), value.getValue()) != null) {
                throw new IllegalArgumentException("values: " + value.getName() + " stands there twice");
            }
        }
        return byName;
    }

    private static long exact(String field, long epochMs) {
        if (Math.abs(epochMs) > MAX_EXACT) {
            throw new IllegalArgumentException(field + ": " + epochMs + " is beyond the whole numbers of JSON");
        }
        return epochMs;
    }
}
