package io.soakstream.producer.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.producer.domain.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that was not done, and why: becomes an answer in the form of RFC 9457. */
public final class Problem extends RuntimeException {
    static final String CONTENT_TYPE = "application/problem+json";
    /** Errors that are listed; a hostile body could have any number. */
    private static final int MAX_ERRORS = 100;

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private final int status;
    private final transient List<Rejection> errors;
    private final transient Map<String, String> headers;

    private Problem(int status, String detail, List<Rejection> errors, Map<String, String> headers) {
        // Without a stack trace: it is an answer, not a fault.
        super(detail, null, false, false);
        this.status = status;
        this.errors = errors;
        this.headers = headers;
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of(), Map.of());
    }

    /** One field, parameter or header is wrong. */
    public static Problem of(int status, String field, String message) {
        return new Problem(status, field + ": " + message, List.of(new Rejection("", field, message)), Map.of());
    }

    /** The body is JSON, but fields of it cannot be taken. */
    static Problem unprocessable(List<Rejection> errors) {
        Rejection first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return new Problem(
                422, "the body was not taken: " + field(first) + " " + first.message() + more, errors, Map.of());
    }

    /** Something that the answer needs is away; it may be asked again after a while. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return of(503, detail).with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, getMessage(), errors, more);
    }

    public int status() {
        return status;
    }

    public Answer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("status", status);
        body.put("title", TITLES.getOrDefault(status, "Error"));
        body.put("detail", getMessage());
        if (!errors.isEmpty()) {
            ArrayNode list = body.putArray("errors");
            errors.stream().limit(MAX_ERRORS).forEach(error -> list.addObject()
                    .put("field", field(error))
                    .put("message", error.message()));
        }
        return new Answer(status, CONTENT_TYPE, Optional.of(body.toString()), headers);
    }

    /** {@code summary.risk_ratio}, or {@code [3].summary.risk_ratio} in a list. */
    private static String field(Rejection error) {
        return error.where().isEmpty() || error.field().isEmpty()
                ? error.where() + error.field()
                : error.where() + "." + error.field();
    }
}
