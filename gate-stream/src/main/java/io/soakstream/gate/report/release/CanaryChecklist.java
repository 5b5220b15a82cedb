package io.soakstream.gate.report.release;

import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.MetricText;
import java.util.List;
import java.util.Optional;

/** CANARY_CHECKLIST.md: what is done before, during and after the release of a canary. */
public final class CanaryChecklist {
    public static final String FILE = "CANARY_CHECKLIST.md";
    /** What the strict gate asks, too. */
    private static final double DELTAS_WANTED = 0.95;

    private CanaryChecklist() {}

    public static String of(ReleaseInput input) {
        return head(input) + before(input) + deployment() + monitoring(input) + triggers() + rollback(input) + after();
    }

    private static String head(ReleaseInput input) {
        return ReleaseText.title("Canary checklist", input) + ReleaseText.status(input) + "Soak: `" + input.run()
                + "`, iterations " + input.window() + " of " + input.verdict().getIterationsTotal() + "  \n"
                + "Overrides: `" + input.overrides().stateHash() + "`\n";
    }

    private static String before(ReleaseInput input) {
        Optional<Double> ratio =
                Optional.ofNullable(input.verdict().getDeltaQuality().getJustifiedApplyRatio());
        String is = ratio.map(known -> "is " + MetricText.value(known, 3)).orElse("nothing was proposed");
        return Markdown.section("Before the deployment")
                + ReleaseText.box(false, "POST_SOAK_AUDIT.md read")
                + ReleaseText.box(false, "RECOMMENDATIONS.md read")
                + ReleaseText.box(
                        ratio.map(known -> known >= DELTAS_WANTED).orElse(true),
                        "DELTA_VERIFY_REPORT.json: proposals applied or excused >= " + DELTAS_WANTED + " (" + is + ")")
                + ReleaseText.box(false, "the overrides in production are saved")
                + ReleaseText.box(false, "on-call is told")
                + ReleaseText.box(
                        false, "rollback_plan.md read, its command tried with `--no-wait` on a run of a test bot");
    }

    private static String deployment() {
        return Markdown.section("Deployment")
                + ReleaseText.box(false, "5 % of the traffic on the canary")
                + ReleaseText.box(false, "the bot's health and version are what they should be")
                + ReleaseText.box(false, "the canary echoes the state hash above");
    }

    private static String monitoring(ReleaseInput input) {
        List<String> day = ReleaseInput.TOLD.stream()
                .map(kpi -> CanaryTarget.of(input, kpi).text())
                .toList();
        return Markdown.section("Watching, 24 to 48 hours")
                + "Hour 1:\n\n"
                + boxes(List.of("no errors", "maker share >= 0.75", "p95 latency <= 400 ms", "risk <= 0.50"))
                + "\nHour 6:\n\n"
                + boxes(List.of("maker share >= 0.80", "p95 latency <= 350 ms", "risk <= 0.45", "net edge > 0 bps"))
                + "\nHour 24 (what the soak achieved with a tenth of headroom, no easier than a goal that it met):\n\n"
                + boxes(day)
                + "\nHour 48: the same as hour 24, before the next step of the rollout.\n";
    }

    private static String boxes(List<String> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(ReleaseText.box(false, line)));
        return out.toString();
    }

    private static String triggers() {
        return Markdown.section("Automatic rollback") + RollbackTrigger.table();
    }

    private static String rollback(ReleaseInput input) {
        return Markdown.section("Rollback by hand")
                + ReleaseText.shell(
                        "soak control auto-tune '" + input.run()
                                + "' off --key FILE --key-id ID --reason 'canary rolled back'",
                        ReleaseText.restore(input.run(), "canary rolled back"))
                + "\nThe run named here is that of the soak: put the canary's own in its place. The rest is in rollback_plan.md.\n";
    }

    private static String after() {
        return Markdown.section("Rollout")
                + boxes(List.of("25 % of the traffic, 12 h", "50 % of the traffic, 6 h", "100 % of the traffic"))
                + Markdown.section("After the deployment")
                + boxes(List.of(
                        "the report of the canary's first day is kept",
                        "the values in production have the state hash above",
                        "what was learned is written down"))
                + Markdown.section("Sign-off")
                + Markdown.head("Role", "Name", "Date")
                + Markdown.row("release", "", "")
                + Markdown.row("operations", "", "")
                + Markdown.row("trading", "", "");
    }
}
