package io.soakstream.producer.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one JSON object with limits, so that a hostile or broken file costs no more than its size. */
final class IterationJson {
    /** Largest object (bytes): no event can be larger either. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;

    private final ObjectReader reader = JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // NaN and Infinity are taken here and refused by the field, which gives the message its name.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .reader();

    /**
     * Reads the bytes from {@code from} on.
     *
     * @throws MalformedJsonException they are not one JSON object within the limits; the message says where
     */
    JsonNode read(byte[] bytes, int from, int length) {
        JsonNode node = tree(bytes, from, length);
        if (!node.isObject()) {
            throw new MalformedJsonException("is not a JSON object");
        }
        return node;
    }

    /**
     * The same for any JSON value.
     *
     * @throws MalformedJsonException they are not one JSON value within the limits; the message says where
     */
    JsonNode tree(byte[] bytes, int from, int length) {
        if (length > MAX_BYTES) {
            throw new MalformedJsonException("is larger than " + MAX_BYTES + " bytes");
        }
        JsonNode node = parse(bytes, from, length);
        if (node.isMissingNode()) {
            throw new MalformedJsonException("is empty");
        }
        return node;
    }

    /** Reads a file; empty, and the reason among the rejections, if there is no such object in it. */
    Optional<JsonNode> read(Path file, RejectionList rejections) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MAX_BYTES + 1), rejections);
        } catch (IOException unreadable) {
            rejections.add("", "cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Reads all of the bytes; empty, and the reason among the rejections, if they are no such object. */
    Optional<JsonNode> read(byte[] bytes, RejectionList rejections) {
        try {
            return Optional.of(read(bytes, 0, bytes.length));
        } catch (MalformedJsonException malformed) {
            rejections.add("", malformed.getMessage());
            return Optional.empty();
        }
    }

    private JsonNode parse(byte[] bytes, int from, int length) {
        try {
            return reader.readTree(bytes, from, length);
        } catch (JsonProcessingException broken) {
            throw new MalformedJsonException("is not JSON: " + reason(broken));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading from memory failed", broken);
        }
    }

    private static String reason(JsonProcessingException broken) {
        String message = broken.getOriginalMessage().lines().findFirst().orElse("no reason given");
        return broken.getLocation() == null
                ? message
                : message + " (line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ")";
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .build())
                .build();
    }
}
