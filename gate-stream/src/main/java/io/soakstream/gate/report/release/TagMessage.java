package io.soakstream.gate.report.release;

import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.snapshot.OutcomeCounts;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.util.Locale;
import java.util.stream.Collectors;

/** The message of the annotated tag of a release: the published lines, with where they can be checked. */
public final class TagMessage {
    private static final int SCALE = 3;

    private TagMessage() {}

    /**
     * The message, a line feed at the end.
     *
     * @param bundle directory of the bundle as it was given
     */
    public static String of(ReleaseInput input, String bundle) {
        Verdict verdict = input.verdict();
        StringBuilder out = new StringBuilder();
        out.append("Release ")
                .append(input.tag())
                .append(": soak of ")
                .append(input.run())
                .append("\n\n");
        out.append("Verdict: ").append(verdict.getVerdict()).append("\n");
        out.append("Freeze Ready: ")
                .append(verdict.getFreezeReady() ? "yes" : "no")
                .append("\n");
        out.append("Generated: ").append(input.report().asOf()).append("\n\n");
        out.append("KPI Summary (Iterations ").append(input.window()).append("):\n\n");
        ReleaseInput.TOLD.forEach(kpi -> out.append("  ")
                .append(kpi.field())
                .append(": ")
                .append(kpi(input, kpi))
                .append("\n"));
        out.append("\nGoals:\n");
        verdict.getResults()
                .forEach(result -> out.append("  ").append(goal(result)).append("\n"));
        out.append("\nDelta Application: ")
                .append(OutcomeCounts.applied(verdict))
                .append(" times\n");
        out.append("Active Guards: ").append(guards(verdict)).append("\n\n");
        out.append("Bundle: ").append(bundle).append("\n");
        out.append("Overrides: ").append(input.overrides().stateHash()).append("\n");
        out.append("Verdict digest: ").append(verdict.getDigest()).append("\n");
        return out.toString();
    }

    private static String kpi(ReleaseInput input, Kpi kpi) {
        return input.statistics(kpi)
                .map(known -> "mean=" + MetricText.value(known.getMean(), SCALE) + ", trend="
                        + known.getTrend().name().toLowerCase(Locale.ROOT))
                .orElse("no data");
    }

    private static String goal(KpiResult result) {
        return (result.getStatus() == KpiStatus.OK ? "[OK] " : "[FAIL] ") + result.getGoal();
    }

    private static String guards(Verdict verdict) {
        String active = verdict.getGuards().stream()
                .filter(guard -> guard.getCount() > 0)
                .map(GuardActivity::getGuard)
                .collect(Collectors.joining(", "));
        return active.isEmpty() ? "None (stable)" : active;
    }
}
