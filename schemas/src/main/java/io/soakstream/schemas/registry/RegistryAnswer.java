package io.soakstream.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What the registry answered.
 *
 * @param status HTTP status
 * @param body JSON of the body; a missing node where it is not JSON
 */
record RegistryAnswer(int status, JsonNode body) {
    static final int SCHEMA_NOT_FOUND = 40403;
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int VERSION_NOT_FOUND = 40402;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Registries put whole schemas into their messages; ours end up in logs and headers (characters). */
    private static final int MAX_MESSAGE = 2048;

    static RegistryAnswer of(int status, byte[] body) {
        try {
            JsonNode parsed = JSON.readTree(body);
            return new RegistryAnswer(status, parsed == null ? MissingNode.getInstance() : parsed);
        } catch (IOException notJson) {
            return new RegistryAnswer(status, MissingNode.getInstance());
        }
    }

    boolean isSuccess() {
        return status == 200 && body.isObject();
    }

    /** Whether the answer is the expected object. */
    boolean has(String field) {
        return isSuccess() && body.has(field);
    }

    boolean isForbidden() {
        return status == 401 || status == 403;
    }

    boolean isRefusedSchema() {
        return (status == 409 || status == 422) && body.has("error_code");
    }

    /** Whether the registry itself says so: a 404 of a proxy or of a wrong path has no error code. */
    boolean isNotFound(int errorCode) {
        return status == 404 && body.path("error_code").asInt() == errorCode;
    }

    /** Whether nothing is registered under the subject yet. */
    boolean isNoSubject() {
        return isNotFound(SUBJECT_NOT_FOUND) || isNotFound(VERSION_NOT_FOUND);
    }

    /** The registry's own words, cut where they are long. */
    String message() {
        String text = body.path("message").asText("");
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "...";
    }
}
