package io.soakstream.deploy.deadletter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A letter for people and for programs. Its value is shown on request only: it may hold what is secret. */
public final class DeadLetterText {
    private DeadLetterText() {}

    /** One line. What came from outside cannot steer the terminal. */
    public static String line(DeadLetter letter) {
        return String.format(
                Locale.ROOT,
                "%s  %s  %-22s  %s %s  %s  %s  %s",
                letter.writtenAt(),
                letter.position(),
                printable(letter.code()),
                printable(letter.sourceTopic()),
                letter.source().map(Object::toString).orElse("?"),
                letter.key().isEmpty() ? "(no key)" : printable(letter.key()),
                letter.valueBytes().map(bytes -> bytes + " bytes").orElse("(no value)"),
                printable(letter.message()));
    }

    /** @param withValue whether the source's key and value are in it, as Base64 */
    public static ObjectNode json(DeadLetter letter, boolean withValue) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("partition", letter.position().partition())
                .put("offset", letter.position().offset())
                .put("written_at", letter.writtenAt().toString())
                .put("code", letter.code())
                .put("message", letter.message())
                .put("source_topic", letter.sourceTopic());
        letter.source().ifPresent(source -> json.put("source_partition", source.partition())
                .put("source_offset", source.offset()));
        letter.replayedFrom().ifPresent(from -> json.put("replayed_from", from));
        json.put("key", letter.record().key() == null ? null : letter.key());
        json.put("value_bytes", letter.valueBytes().orElse(null));
        if (withValue) {
            json.put("key_base64", letter.record().key());
            json.put("value_base64", letter.record().value());
        }
        return json;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
