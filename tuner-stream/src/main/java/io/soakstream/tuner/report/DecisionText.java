package io.soakstream.tuner.report;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.guard.GuardSignal;
import io.soakstream.tuner.domain.rule.ProposedDelta;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A decision about an iteration in words: everything that led to it, and what came of it. */
public final class DecisionText {
    private final ParameterCatalogue catalogue;

    public DecisionText(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param title names the run */
    public String render(String title, Decision decision) {
        return title + ", iteration " + decision.run().lastIteration() + " at "
                + Instant.ofEpochMilli(decision.run().lastEventTimeMs()) + "\n\n"
                + "inputs\n" + inputs(decision)
                + "\nwindow\n" + window(decision.run().window())
                + "\nrules\n" + RuleText.render(decision)
                + "\nproposed\n" + proposed(decision)
                + notes(decision)
                + "\nguards\n" + guards(decision)
                + "\noutcome\n" + outcome(decision)
                + (decision.accepted().judgedByRecording() ? "\nour values, which stay\n" : "\nvalues in force\n")
                + values(decision);
    }

    private static String inputs(Decision decision) {
        TextTable table = new TextTable();
        KpiPoint point = decision.accepted().iteration().orElseThrow().point();
        for (Kpi kpi : Kpi.values()) {
            table.row(
                    kpi.field(),
                    point.value(kpi).map(Decimals::ecmascript).orElse("unknown"),
                    point.value(kpi).isPresent() ? kpi.unit() : "");
        }
        return table.render();
    }

    private static String window(KpiWindow window) {
        TextTable table = new TextTable();
        table.row("iterations " + window.iterations(), "samples", "mean", "median", "min", "max");
        for (KpiStatistics statistics : window.statistics()) {
            table.row(
                    statistics.kpi().field(),
                    statistics.samples() + " of " + window.capacity(),
                    number(statistics, KpiStatistics.Summary::mean),
                    number(statistics, KpiStatistics.Summary::median),
                    number(statistics, KpiStatistics.Summary::min),
                    number(statistics, KpiStatistics.Summary::max));
        }
        return table.render();
    }

    private static String number(KpiStatistics statistics, ToDoubleFunction<KpiStatistics.Summary> of) {
        return statistics
                .summary()
                .map(summary -> Decimals.plain(Decimals.rounded(of.applyAsDouble(summary), 4)))
                .orElse("-");
    }

    private String proposed(Decision decision) {
        if (decision.accepted().judgedByRecording()) {
            return "  whatever the other tuner proposed: it moves none of our values\n";
        }
        TextTable table = new TextTable();
        for (ProposedDelta delta : decision.proposal().deltas()) {
            Parameter parameter = catalogue.get(delta.parameter());
            table.row(
                    delta.parameter(),
                    delta.rule(),
                    Decimals.plain(delta.from()) + " " + signed(delta.delta()) + " = " + Decimals.plain(delta.to()),
                    "[" + Decimals.plain(parameter.min()) + ".." + Decimals.plain(parameter.max()) + " "
                            + parameter.unit() + "]"
                            + delta.boundHit().map(bound -> ", cut at " + bound).orElse(""),
                    dropped(decision.guarded().dropped().getOrDefault(delta.parameter(), List.of())));
        }
        return table.isEmpty() ? "  nothing\n" : table.render();
    }

    private static String dropped(List<String> reasons) {
        return reasons.isEmpty() ? "" : "dropped: " + String.join(", ", reasons);
    }

    private static String signed(BigDecimal delta) {
        return (delta.signum() > 0 ? "+" : "") + Decimals.plain(delta);
    }

    private static String notes(Decision decision) {
        TextTable table = new TextTable();
        decision.proposal().notes().forEach(note -> table.row("note", note));
        return table.render();
    }

    private static String guards(Decision decision) {
        if (decision.guarded().signals().isEmpty()) {
            return "  not asked: the recording says what became of the iteration\n";
        }
        TextTable table = new TextTable();
        for (GuardSignal signal : decision.guarded().signals()) {
            table.row(
                    signal.guard(),
                    "raw " + onOff(signal.raw()),
                    "debounced " + onOff(signal.debounced()),
                    signal.sinceMs()
                            .map(since -> "since " + Instant.ofEpochMilli(since))
                            .orElse(""),
                    String.join(" ", signal.concerned()),
                    String.join(", ", signal.numbers()));
        }
        return table.render();
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String outcome(Decision decision) {
        TextTable table = new TextTable();
        String outcome = decision.resolution().outcome().name();
        table.row(
                outcome,
                decision.resolution()
                        .reason()
                        .map(reason -> reason + ": " + ReasonText.of(reason))
                        .orElse(
                                decision.accepted().judgedByRecording()
                                        ? "so says the recording"
                                        : "every delta that no guard dropped"));
        table.row("base hash", decision.baseHash());
        table.row("result hash", decision.resultHash());
        table.row("bot", decision.projection().confirmation().state().name());
        return table.render();
    }

    private static String values(Decision decision) {
        TextTable table = new TextTable();
        for (Map.Entry<String, BigDecimal> value :
                decision.projection().overrides().values().entrySet()) {
            table.row(value.getKey(), Decimals.plain(value.getValue()));
        }
        return table.render();
    }

    /** All decisions of a run, one row each. */
    public static String overview(List<Decision> decisions) {
        TextTable table = new TextTable();
        table.row("iteration", "outcome", "reason", "rules", "proposed", "dropped");
        for (Decision decision : decisions) {
            table.row(
                    String.valueOf(decision.run().lastIteration()),
                    decision.resolution().outcome().name(),
                    decision.resolution().reason().orElse("-"),
                    decision.proposal().rules().isEmpty()
                            ? "-"
                            : String.join(" ", decision.proposal().rules()),
                    deltas(decision),
                    decision.guarded().dropped().entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                            .collect(Collectors.joining(" ")));
        }
        return table.render();
    }

    private static String deltas(Decision decision) {
        List<String> deltas = decision.proposal().byParameter().entrySet().stream()
                .map(entry -> entry.getKey() + " " + signed(entry.getValue()))
                .toList();
        return deltas.isEmpty() ? "-" : String.join(", ", deltas);
    }
}
