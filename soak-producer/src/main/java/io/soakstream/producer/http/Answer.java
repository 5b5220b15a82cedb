package io.soakstream.producer.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a route answers.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body JSON text, which is far smaller than its tree; empty: no body
 * @param gzipped the same body, compressed already; empty: it is compressed for each client that takes it so
 * @param headers further headers
 */
public record Answer(
        int status, String contentType, Optional<String> body, Optional<Gzipped> gzipped, Map<String, String> headers) {
    public static final String JSON = "application/json";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, String contentType, Optional<String> body, Map<String, String> headers) {
        this(status, contentType, body, Optional.empty(), headers);
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Optional.of(body.toString()), Map.of());
    }

    public static Answer empty(int status) {
        return new Answer(status, JSON, Optional.empty(), Map.of());
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, gzipped, more);
    }
}
