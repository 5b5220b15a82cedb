package io.soakstream.schemas.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * JSON in the canonical form of RFC 8785: names sorted, no white space, numbers as ECMAScript prints them. Programs in
 * other languages that follow the RFC get the same bytes, hence the same hashes.
 *
 * <p>Jackson writes, the RFC's own library prints the numbers. Canonicalising finished text instead, as that library
 * also can, took more time than everything else of a verdict together; a test holds this writer against it.
 */
public final class CanonicalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(Number.class, new Numbers()))
            .build();

    static {
        MAPPER.getFactory().setCharacterEscapes(new LowerCaseEscapes());
    }

    private CanonicalJson() {}

    /**
     * Writes a tree of maps, lists, strings, numbers, booleans and nulls. Numbers are those of JSON: IEEE doubles.
     *
     * @throws IllegalArgumentException the tree holds NaN, an infinity or something that JSON cannot say
     */
    public static String write(Map<String, ?> tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not JSON: " + unwritable.getOriginalMessage(), unwritable);
        }
    }

    /** Numbers as ECMAScript prints them. */
    private static final class Numbers extends StdSerializer<Number> {
        Numbers() {
            super(Number.class);
        }

        @Override
        public void serialize(Number value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Decimals.ecmascript(value.doubleValue()));
        }
    }

    /** Control characters with hex digits in lower case, as the RFC has them; Jackson's own are in upper case. */
    private static final class LowerCaseEscapes extends CharacterEscapes {
        private static final int FIRST_PLAIN = 0x20;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (int character = 0; character < FIRST_PLAIN; character++) {
                if (escapes[character] == ESCAPE_STANDARD) {
                    escapes[character] = ESCAPE_CUSTOM;
                }
            }
            return escapes;
        }

        /** Asked for characters beyond ASCII too, which stand as they are. */
        @Override
        public SerializableString getEscapeSequence(int character) {
            return character < FIRST_PLAIN
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
                    : null;
        }
    }
}
