package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts the order decisions of an audit log, one JSON object per line with {@code fields.reason} and
 * {@code fields.allowed}: a known reason counts for itself, else an allowed decision for {@code allowed}, else it is
 * {@code other}. Blank and invalid lines count for nothing and are noted with their number.
 */
final class AuditLog {
    private static final Set<String> REASONS =
            Set.of("min_interval", "concurrency", "risk", "throttle", AuditCounts.ALLOWED, AuditCounts.OTHER);

    private final IterationJson json = new IterationJson();
    private final Map<String, Long> decisions = new HashMap<>();
    private int blankLines;
    private int invalidLines;
    private String firstInvalid = "";

    private AuditLog() {}

    /**
     * Reads a log; without one nothing is known.
     *
     * @param notes takes what was odd
     */
    static AuditCounts read(Path file, RejectionList notes) {
        AuditLog log = new AuditLog();
        try (InputStream in = Files.newInputStream(file)) {
            JsonLines.forEach(in, log::count);
        } catch (IOException unreadable) {
            notes.note("", "cannot be read: " + unreadable.getMessage());
            return AuditCounts.none();
        }
        log.tell(notes);
        return new AuditCounts(log.decisions);
    }

    private void count(int number, byte[] line) {
        if (JsonLines.isBlank(line)) {
            blankLines++;
            return;
        }
        try {
            decisions.merge(reason(json.read(line, 0, line.length).path("fields")), 1L, Long::sum);
        } catch (MalformedJsonException malformed) {
            invalidLines++;
            firstInvalid = firstInvalid.isEmpty() ? "line " + number + " " + malformed.getMessage() : firstInvalid;
        }
    }

    private static String reason(JsonNode fields) {
        String stated = fields.path("reason").textValue();
        if (stated != null && REASONS.contains(stated)) {
            return stated;
        }
        JsonNode allowed = fields.path("allowed");
        boolean isAllowed =
                allowed.isBoolean() ? allowed.booleanValue() : allowed.isNumber() && allowed.doubleValue() == 1;
        return isAllowed ? AuditCounts.ALLOWED : AuditCounts.OTHER;
    }

    private void tell(RejectionList notes) {
        if (blankLines > 0) {
            notes.note("", "blank lines that were not counted: " + blankLines);
        }
        if (invalidLines > 0) {
            notes.note("", "invalid lines that were not counted: " + invalidLines + ", the first: " + firstInvalid);
        }
    }
}
