package io.soakstream.gate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.MalformedDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the limits say of an edge report's totals.
 *
 * @param reasons in the order of {@link EdgeLimit}: {@code EDGE:adverse}, or {@code EDGE:adverse:nodata}
 */
public record EdgeVerdict(Level level, List<String> reasons) {
    private static final String NODATA = ":nodata";

    /** From good to bad. */
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    public EdgeVerdict {
        reasons = List.copyOf(reasons);
    }

    /**
     * The worst of all fields; a missing one fails.
     *
     * @param name of the document, for messages
     * @param report with its totals under {@code total} or, if that is absent or empty, {@code totals}
     * @throws MalformedDocumentException there are no totals, or a field is no number
     */
    public static EdgeVerdict of(String name, JsonNode report, EdgeLimits limits) {
        Fields totals = new Fields(name, totals(name, report));
        List<String> reasons = new ArrayList<>();
        Level worst = Level.OK;
        for (EdgeLimit limit : EdgeLimit.values()) {
            OptionalDouble value = totals.number(limit.field());
            Level level = value.isPresent() ? limits.level(limit, value.getAsDouble()) : Level.FAIL;
            if (level != Level.OK) {
                reasons.add(limit.reason() + (value.isPresent() ? "" : NODATA));
            }
            worst = level.compareTo(worst) > 0 ? level : worst;
        }
        return new EdgeVerdict(worst, reasons);
    }

    private static JsonNode totals(String name, JsonNode report) {
        JsonNode total = report.path("total");
        JsonNode totals = total.isObject() && !total.isEmpty() ? total : report.path("totals");
        if (!totals.isObject() || totals.isEmpty()) {
            throw new MalformedDocumentException(name + ": has neither total nor totals");
        }
        return totals;
    }

    /** One line of JSON with its line feed. */
    public String json(Stamp stamp) {
        return ReadinessDocument.write(Map.of(
                "reasons", reasons,
                "runtime", Map.of("utc", stamp.utc(), "version", stamp.version()),
                "verdict", level.name()));
    }

    /** The line that scripts look for. */
    public String marker() {
        return "| kpi_gate | " + level + " | "
                + (level == Level.OK ? "THRESHOLDS=APPLIED" : "REASONS=" + String.join(",", reasons)) + " |";
    }
}
