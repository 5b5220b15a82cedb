package io.soakstream.producer.sidecar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.producer.source.IterationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON that is read and written back without a change to what is in it: every digit of a number stays. */
final class ExactJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final int MAX_DEPTH = 32;
    private static final ObjectWriter PRETTY = MAPPER.writer(printer());

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    private ExactJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** @throws IllegalArgumentException the bytes are not one JSON object; the message says why */
    static ObjectNode object(byte[] bytes) {
        if (bytes.length > IterationReader.MAX_BYTES) {
            throw new IllegalArgumentException("is larger than " + IterationReader.MAX_BYTES + " bytes");
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException(tree.isMissingNode() ? "is empty" : "is not a JSON object");
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("is not JSON: " + broken.getOriginalMessage(), broken);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading from memory failed", broken);
        }
    }

    /** Indented, with LF, and an end of line at the end. */
    static byte[] bytes(Object tree) {
        try {
            return (PRETTY.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a tree of our own cannot be written", unwritable);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
