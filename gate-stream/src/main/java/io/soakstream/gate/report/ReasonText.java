package io.soakstream.gate.report;

import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Sentences for reason codes. */
public final class ReasonText {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final BigDecimal MS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private ReasonText() {}

    public static String sentence(String encoded) {
        Reason reason = Reason.decode(encoded);
        List<String> parts = reason.arguments();
        return switch (reason.code()) {
            case Reason.ALL_GOALS_MET -> "every goal is met";
            case Reason.MISSED ->
                String.format(
                        Locale.ROOT,
                        "%s %s is %s, must be %s %s",
                        label(parts.get(0)),
                        parts.get(1),
                        shortened(parts.get(2)),
                        parts.get(3),
                        parts.get(4));
            case Reason.NODATA -> label(parts.get(0)) + " has no data in the window";
            case Reason.INSUFFICIENT_ITERATIONS ->
                "only " + parts.get(0) + " of " + parts.get(1)
                        + " iterations that are needed: "
                        + (Integer.parseInt(parts.get(1)) - Integer.parseInt(parts.get(0))) + " more";
            case Reason.INSUFFICIENT_ELAPSED ->
                "the run has lasted " + hours(parts.get(0)) + " of " + hours(parts.get(1)) + " hours that are needed: "
                        + hours(new BigDecimal(parts.get(1))
                                .subtract(new BigDecimal(parts.get(0)))
                                .toPlainString())
                        + " more";
            case Reason.UNDECLARED_HOURS -> "the run does not declare how many hours it is to last";
            case Reason.INSUFFICIENT_SAMPLES ->
                label(parts.get(0)) + " is known for only " + parts.get(1) + " of " + parts.get(2)
                        + " iterations in the window";
            case Reason.PROJECTION_MISMATCH ->
                "what the tuner decided does not follow from the facts that it names, so nothing was applied";
            case Reason.MISSING_DECISION -> "decision " + parts.get(0) + " of the run never came";
            case Reason.STALLED -> "no iteration has come for " + parts.get(0) + " periods";
            case Reason.RUN_ENDED -> "the run ended before its time: it was " + wordOfEnd(parts.get(0));
            case Reason.RUN_NOT_ENDED -> "the run has not ended";
            case Reason.UNCONFIRMED ->
                "the bot is not known to run with what it was given: "
                        + parts.get(0).replace('_', ' ');
            case Reason.DELTA_QUALITY ->
                "only " + shortened(parts.get(0)) + " of the proposals were applied or excused, must be " + parts.get(1)
                        + (parts.get(2).equals("0") ? "" : "; " + parts.get(2) + " had no effect");
            case Reason.DELTA_EVIDENCE ->
                "of " + parts.get(0) + " iteration(s) it is not recorded what their proposals changed";
            case Reason.DELTA_FAILED ->
                "in " + parts.get(0) + " iteration(s) what changed is not all that was proposed and applied";
            case Reason.STRICT -> "strict: nothing but a PASS that is freeze-ready passes";
            case Reason.INPUT_REFUSED -> parts.get(0) + " part(s) of the input were refused";
            default -> encoded;
        };
    }

    private static String hours(String milliseconds) {
        return shortened(
                new BigDecimal(milliseconds).divide(MS_PER_HOUR, SIX_DIGITS).toPlainString());
    }

    private static String wordOfEnd(String end) {
        return end.equals("expired") ? "given up after a long silence" : end;
    }

    private static String shortened(String decimal) {
        return Decimals.plain(new BigDecimal(decimal).round(SIX_DIGITS));
    }

    private static String label(String field) {
        return Metric.byField(field).map(Metric::label).orElse(field);
    }
}
