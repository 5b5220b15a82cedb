package io.soakstream.schemas.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in the canonical form of RFC 8785: names sorted, no white space, numbers as ECMAScript prints them. Programs in
 * other languages that follow the RFC get the same bytes, hence the same hashes.
 */
public final class CanonicalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            // Written bare, a NaN is refused by the canonicaliser; in quotes it would pass as a string.
            .configure(JsonWriteFeature.WRITE_NAN_AS_STRINGS, false)
            .build();

    private CanonicalJson() {}

    /**
     * Writes a tree of maps, lists, strings, numbers, booleans and nulls.
     *
     * @throws IllegalArgumentException the tree holds NaN, an infinity or something that JSON cannot say
     */
    public static String write(Map<String, ?> tree) {
        try {
            return canonicalise(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not JSON: " + unwritable.getOriginalMessage(), unwritable);
        }
    }

    /** Brings JSON text into canonical form. */
    public static String canonicalise(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("not JSON: " + unreadable.getMessage(), unreadable);
        }
    }
}
