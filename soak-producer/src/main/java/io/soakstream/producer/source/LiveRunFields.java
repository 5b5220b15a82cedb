package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.contract.Fills;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shape of live and shadow runs. Their published schema names every field and allows no other, so one that is missing
 * or unknown is refused by its name.
 */
final class LiveRunFields {
    private static final List<String> TOP =
            List.of("iteration", "timestamp", "duration_seconds", "exchange", "symbols", "profile", "mode", "summary");
    private static final List<String> SUMMARY = List.of(
            "maker_count",
            "taker_count",
            "maker_taker_ratio",
            "net_bps",
            "p95_latency_ms",
            "risk_ratio",
            "slippage_bps_p95",
            "adverse_bps_p95");
    private static final Set<String> OPTIONAL = Set.of("clock_drift_ms");

    private LiveRunFields() {}

    static Optional<ParsedIteration> read(JsonNode body, IterationParser parser, RejectionList rejections) {
        FieldReader top = new FieldReader(body, "", rejections);
        FieldReader summary = top.object("summary");
        requireExactly(top, TOP, Set.of());
        requireExactly(summary, SUMMARY, OPTIONAL);
        requireTyped(top, summary);
        Fills fills = Fills.newBuilder()
                .setMakerCount(summary.count("maker_count"))
                .setTakerCount(summary.count("taker_count"))
                .build();
        Optional<ParsedIteration> parsed = parser.parse(body, OptionalInt.empty(), rejections);
        parsed.ifPresent(iteration -> iteration.summary().setFills(fills));
        return parsed.filter(iteration -> hasTime(iteration, top));
    }

    private static boolean hasTime(ParsedIteration iteration, FieldReader top) {
        if (iteration.epochMs().isEmpty()) {
            top.refuse("timestamp", "is not an ISO-8601 time between the years 2000 and 2100");
        }
        return iteration.epochMs().isPresent();
    }

    private static void requireExactly(FieldReader fields, List<String> required, Set<String> optional) {
        required.stream().filter(name -> !fields.has(name)).forEach(name -> fields.refuse(name, "is missing"));
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        fields.refuseUnknown(known, "is not a field of a live run");
    }

    private static void requireTyped(FieldReader top, FieldReader summary) {
        top.amount("duration_seconds");
        top.text("timestamp");
        top.text("exchange");
        top.texts("symbols");
        requireOneOf(top, "profile", Set.of("moderate", "aggressive"));
        requireOneOf(top, "mode", Set.of("shadow", "soak"));
        summary.number("clock_drift_ms");
    }

    private static void requireOneOf(FieldReader top, String name, Set<String> allowed) {
        String value = top.text(name);
        if (value != null && !allowed.contains(value)) {
            top.refuse(name, "\"" + value + "\" is not one of " + String.join(", ", new TreeSet<>(allowed)));
        }
    }
}
