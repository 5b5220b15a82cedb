package io.soakstream.deploy.rollback.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.deploy.rollback.domain.Alert;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The body of Alertmanager's webhook, version 4; fields that are not known here are passed over.
 *
 * @param alerts those that can be taken
 * @param rejected why others cannot, a sentence each
 * @param truncated alerts that Alertmanager left out (count)
 */
record AlertBody(List<Alert> alerts, List<String> rejected, int truncated) {
    static final int MAX_ALERTS = 1_000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 512;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A body that is none; the message is the published one where there is one. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /** @param now stands for the begin of alerts that do not say when they began: each is an incident of its own */
    static AlertBody parse(byte[] body, Instant now) throws UnusableException {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw new UnusableException("the body must be an object with a list of alerts");
        }
        JsonNode list = root.path("alerts");
        if (!list.isArray()) {
            throw new UnusableException("alerts: must be a list");
        }
        if (list.size() > MAX_ALERTS) {
            throw new UnusableException("alerts: more than " + MAX_ALERTS);
        }
        List<Alert> alerts = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            try {
                alerts.add(alert(list.get(index), now));
            } catch (UnusableException unusable) {
                rejected.add("alerts[" + index + "]." + unusable.getMessage());
            }
        }
        return new AlertBody(
                alerts, rejected, Math.max(0, root.path("truncatedAlerts").asInt()));
    }

    private static JsonNode tree(byte[] body) throws UnusableException {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root == null || root.isMissingNode()) {
                throw new UnusableException("Invalid JSON");
            }
            return root;
        } catch (IOException malformed) {
            throw new UnusableException("Invalid JSON");
        }
    }

    private static Alert alert(JsonNode node, Instant now) throws UnusableException {
        SortedMap<String, String> labels = texts(node.path("labels"));
        String name = labels.get("alertname");
        if (name == null || name.isEmpty()) {
            throw new UnusableException("labels.alertname: is missing");
        }
        String status = node.path("status").asText();
        if (!status.equals("firing") && !status.equals("resolved")) {
            throw new UnusableException("status: must be firing or resolved");
        }
        return new Alert(
                name,
                fingerprint(node, labels),
                startsAt(node, now),
                status.equals("firing"),
                labels,
                texts(node.path("annotations")));
    }

    /** Version 4 always has one; bodies by hand are known by their labels. */
    private static String fingerprint(JsonNode node, SortedMap<String, String> labels) {
        String given = node.path("fingerprint").asText();
        return given.isEmpty() ? labels.toString() : given;
    }

    /** The same instant in one form, however it was written. */
    private static String startsAt(JsonNode node, Instant now) throws UnusableException {
        String given = node.path("startsAt").asText();
        try {
            return (given.isEmpty() ? now : OffsetDateTime.parse(given).toInstant()).toString();
        } catch (DateTimeParseException none) {
            throw new UnusableException("startsAt: is not a time");
        }
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(
                        shortened(entry.getKey()), shortened(entry.getValue().asText())));
        return texts;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
