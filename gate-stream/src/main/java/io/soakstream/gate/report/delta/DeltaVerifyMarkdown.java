package io.soakstream.gate.report.delta;

import io.soakstream.gate.account.DeltaCheck;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.ParameterCheck;
import io.soakstream.gate.account.ParameterCheck.State;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.gate.report.Markdown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** DELTA_VERIFY_REPORT.md: the same figures as the JSON, for people. */
public final class DeltaVerifyMarkdown {
    private static final int VALUE_SCALE = 6;
    private static final int PERCENT_SCALE = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RunAccount account;
    private final DeltaVerification verification;
    private final GateRule rule;

    private DeltaVerifyMarkdown(RunAccount account, DeltaVerification verification, GateRule rule) {
        this.account = account;
        this.verification = verification;
        this.rule = rule;
    }

    /** @param rule that it is held against */
    public static String of(RunAccount account, DeltaVerification verification, GateRule rule) {
        return new DeltaVerifyMarkdown(account, verification, rule).render();
    }

    private String render() {
        return "# Delta verification\n\nRun `" + account.run().key() + "`, "
                + account.iterations().size() + " iterations.\n" + table() + metrics() + mismatches() + problematic()
                + verdict();
    }

    private String table() {
        StringBuilder out = new StringBuilder(Markdown.section("Summary Table"));
        if (verification.checks().isEmpty()) {
            return out.append("Nothing was proposed.\n").toString();
        }
        out.append(Markdown.head(
                "Iter pair", "Proposed Keys", "Applied", "Guards", "Sig Changed", "Params Match", "Reason"));
        for (DeltaCheck check : verification.checks()) {
            out.append(Markdown.row(
                    pair(check),
                    check.parameters().stream().map(ParameterCheck::parameter).collect(Collectors.joining(", ")),
                    check.applied() ? "Y" : "N",
                    check.guards().isEmpty() ? "-" : String.join(", ", check.guards()),
                    check.hashChanged().map(changed -> changed ? "Y" : "N").orElse("unknown"),
                    match(check),
                    reason(check)));
        }
        return out.toString();
    }

    private static String reason(DeltaCheck check) {
        if (check.kind() == DeltaCheck.Kind.UNKNOWN) {
            return "not recorded";
        }
        return check.reasons().isEmpty() ? "applied in full" : String.join(", ", check.reasons());
    }

    /** The iteration and the one after it, which runs with what came of it. */
    private String pair(DeltaCheck check) {
        return check.iteration() + " -> "
                + account.iterations().stream()
                        .map(iteration -> iteration.iteration())
                        .filter(number -> number > check.iteration())
                        .findFirst()
                        .map(String::valueOf)
                        .orElse("end");
    }

    private static String match(DeltaCheck check) {
        if (!check.applied()) {
            return "-";
        }
        if (check.kind() == DeltaCheck.Kind.UNKNOWN) {
            return "unknown";
        }
        if (!check.mismatches().isEmpty()) {
            return "N";
        }
        boolean named = check.parameters().stream().anyMatch(parameter -> parameter.state() == State.NAMED);
        return named ? "names only" : "Y";
    }

    private String metrics() {
        DeltaQuality quality = verification.quality();
        int pairs = account.iterations().size();
        return Markdown.section("Metrics")
                + Markdown.bullets(List.of(
                        "**Iterations:** " + pairs,
                        "**Iterations with proposals:** " + quality.proposed(),
                        "**Full applications:** " + share(quality.full(), quality.proposed()),
                        "**Partial OK (excused):** " + share(quality.justified(), quality.proposed()),
                        "**Failed:** " + share(quality.failed(), quality.proposed()),
                        "**Not recorded:** " + share(verification.unknown(), quality.proposed()),
                        "**Signature stuck events:** " + quality.stuck(),
                        "**Not confirmed by the bot:** " + quality.unconfirmed(),
                        "**Names in no catalogue:** " + verification.nestedMissPaths(),
                        "**full_apply_ratio** (full / proposed): " + ratio(quality.fullApplyRatio()),
                        "**justified_apply_ratio** ((full + excused) / proposed): "
                                + ratio(quality.justifiedApplyRatio())));
    }

    private static String share(long count, long of) {
        if (of == 0) {
            return String.valueOf(count);
        }
        BigDecimal percent = BigDecimal.valueOf(count)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(of), PERCENT_SCALE, RoundingMode.HALF_EVEN);
        return count + " (" + percent.toPlainString() + "%)";
    }

    private String ratio(Optional<BigDecimal> ratio) {
        if (!verification.missing().isEmpty()) {
            return "n/a (not recorded)";
        }
        return ratio.map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("n/a (nothing was proposed)");
    }

    private String mismatches() {
        StringBuilder out = new StringBuilder(Markdown.section("Detailed Mismatches"));
        for (DeltaCheck check : verification.checks()) {
            if (check.kind() == DeltaCheck.Kind.FAILED && !check.mismatches().isEmpty()) {
                out.append("### ").append(pair(check)).append("\n\n");
                out.append(Markdown.head("Parameter", "Proposed", "Expected", "Observed", "Delta", "Reason"));
                check.mismatches().forEach(parameter -> out.append(mismatch(parameter)));
                out.append("\n");
            }
        }
        boolean none = verification.checks().stream()
                .filter(check -> check.kind() == DeltaCheck.Kind.FAILED)
                .allMatch(check -> check.mismatches().isEmpty());
        return none ? out.append("None.\n").toString() : out.toString();
    }

    private static String mismatch(ParameterCheck check) {
        return Markdown.row(
                check.parameter(),
                value(check.proposed()),
                value(check.expected()),
                value(check.observed()),
                value(check.difference()),
                check.reasons().isEmpty() ? "-" : String.join(", ", check.reasons()));
    }

    private static String value(Optional<BigDecimal> value) {
        return value.map(known ->
                        known.setScale(VALUE_SCALE, RoundingMode.HALF_EVEN).toPlainString())
                .orElse("not recorded");
    }

    private String problematic() {
        Map<String, Long> counts = new TreeMap<>();
        verification.checks().stream()
                .filter(check -> check.kind() == DeltaCheck.Kind.FAILED)
                .flatMap(check -> check.mismatches().stream())
                .forEach(parameter -> counts.merge(parameter.parameter(), 1L, Long::sum));
        List<String> lines = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> "`" + entry.getKey() + "`: " + entry.getValue())
                .toList();
        return Markdown.section("Problematic Parameters") + (lines.isEmpty() ? "None.\n" : Markdown.bullets(lines));
    }

    private String verdict() {
        String wanted = rule == GateRule.STRICT
                ? "at least 0.95 applied or excused"
                : "at least 0.90 applied or excused, or 0.80 and none stuck";
        StringBuilder out = new StringBuilder(Markdown.section("Verdict"));
        out.append("**")
                .append(DeltaVerdict.of(verification, rule))
                .append("** (")
                .append(wanted)
                .append(").\n");
        if (!verification.missing().isEmpty()) {
            out.append("\nNothing can be concluded, because this is missing:\n\n");
            out.append(Markdown.bullets(verification.missing()));
        }
        return out.toString();
    }
}
