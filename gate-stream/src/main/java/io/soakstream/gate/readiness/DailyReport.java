package io.soakstream.gate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.MalformedDocumentException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a day's soak report says of readiness. What is missing stays missing: it scores nothing.
 *
 * @param edgeNetBps net edge (bps)
 * @param orderAgeP95Ms p95 of the order age (ms)
 * @param takerSharePct taker share (percent)
 * @param regressionGuard reason of the regression guard; NONE: it did not trip
 * @param drift reason of the drift guard; NONE or empty: it did not trip
 * @param chaosResult result of the chaos run
 * @param bugBash result of the tests
 */
public record DailyReport(
        OptionalDouble edgeNetBps,
        OptionalDouble orderAgeP95Ms,
        OptionalDouble takerSharePct,
        Optional<String> regressionGuard,
        Optional<String> drift,
        Optional<String> chaosResult,
        Optional<String> bugBash) {
    private static final String NONE = "NONE";
    private static final String OK = "OK";
    private static final double PERCENT = 100;

    /**
     * @param name of the document, for messages
     * @throws MalformedDocumentException a field has the wrong type or cannot be; the message names document and field
     */
    public static DailyReport of(String name, JsonNode report) {
        if (!report.isObject()) {
            throw new MalformedDocumentException(name + ": must be a JSON object");
        }
        Fields fields = new Fields(name, report);
        return new DailyReport(
                fields.number("edge_net_bps"),
                measured(fields.number("order_age_p95_ms", 0, Double.MAX_VALUE)),
                fields.number("taker_share_pct", 0, PERCENT),
                fields.text("reg_guard.reason"),
                fields.text("drift.reason"),
                fields.text("chaos_result"),
                fields.text("bug_bash"));
    }

    /** No order has an age of nothing: 0 stands for what was not measured. */
    private static OptionalDouble measured(OptionalDouble age) {
        return age.isPresent() && age.getAsDouble() > 0 ? age : OptionalDouble.empty();
    }

    /** Neither guard tripped. */
    boolean guardsQuiet() {
        return regressionGuard.filter(NONE::equals).isPresent()
                && drift.filter(reason -> reason.isEmpty() || reason.equals(NONE))
                        .isPresent();
    }

    boolean chaosOk() {
        return chaosResult.filter(OK::equals).isPresent();
    }

    /** {@code OK}, or OK with something behind it; "not OK" is not. */
    boolean testsOk() {
        return bugBash.filter(result -> result.equals(OK) || result.startsWith(OK + " "))
                .isPresent();
    }
}
