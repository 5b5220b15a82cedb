package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.Fills;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the shape of live and shadow runs. Their published schema names every field and allows no other, so one that is
 * missing or unknown is refused by its name.
 */
final class LiveRunParser implements IterationShape {
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

    private final IterationParser values;

    /**
     * @param riskUnit declared unit of risk ratios
     * @param names flat names of parameters
     */
    LiveRunParser(RiskUnit riskUnit, StartValueRule names) {
        this.values = new IterationParser(riskUnit, names);
    }

    @Override
    public Optional<ParsedIteration> parse(JsonNode root, OptionalInt declared, RejectionList rejections) {
        FieldReader top = new FieldReader(root, "", rejections);
        FieldReader summary = top.object("summary");
        requireExactly(top, TOP, Set.of());
        requireExactly(summary, SUMMARY, OPTIONAL);
        requireTyped(top, summary);
        Fills fills = Fills.newBuilder()
                .setMakerCount(summary.count("maker_count"))
                .setTakerCount(summary.count("taker_count"))
                .build();
        Optional<ParsedIteration> parsed = values.parse(root, declared, rejections);
        parsed.ifPresent(iteration -> iteration.summary().setFills(fills));
        return parsed;
    }

    private static void requireExactly(FieldReader fields, List<String> required, Set<String> optional) {
        required.stream().filter(name -> !fields.has(name)).forEach(name -> fields.refuse(name, "is missing"));
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        fields.refuseUnknown(known, "is not a field of a live run");
    }

    private static void requireTyped(FieldReader top, FieldReader summary) {
        if (top.has("timestamp")
                && IterationInstant.first(top.node("timestamp")).isEmpty()) {
            top.refuse("timestamp", top.node("timestamp") + " is not an ISO-8601 time from 2000 to 2100");
        }
        top.amount("duration_seconds");
        top.text("exchange");
        top.texts("symbols");
        requireOneOf(top, "profile", "moderate", "aggressive");
        requireOneOf(top, "mode", "shadow", "soak");
        summary.number("clock_drift_ms");
    }

    private static void requireOneOf(FieldReader top, String name, String one, String other) {
        String value = top.text(name);
        if (value != null && !value.equals(one) && !value.equals(other)) {
            top.refuse(name, "\"" + value + "\" is neither " + one + " nor " + other);
        }
    }
}
