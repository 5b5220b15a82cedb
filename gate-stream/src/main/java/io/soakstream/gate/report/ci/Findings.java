package io.soakstream.gate.report.ci;

import io.soakstream.gate.report.ReasonText;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict taken apart: one finding for each thing that was asked. */
final class Findings {
    private static final String HARD = "hard";
    private static final String REPORT = "report";

    private Findings() {}

    /** How one thing that was asked came out. */
    enum State {
        PASSED,
        /** Missed, but not to be missed only by a warning. */
        WARNED,
        FAILED,
        /** Nobody can say. */
        OPEN
    }

    /**
     * One thing that was asked.
     *
     * @param text what was found, in words
     */
    record Finding(String name, State state, String text) {}

    /** The criteria in the policy's order, the conditions, then the verdict with every reason. */
    static List<Finding> of(Verdict verdict, boolean strict) {
        List<Finding> findings = new ArrayList<>();
        verdict.getResults().forEach(result -> findings.add(criterion(result)));
        for (GateCondition condition : GateCondition.values()) {
            if (condition.isAsked(strict)) {
                findings.add(condition(condition, verdict));
            }
        }
        findings.add(new Finding("verdict", state(verdict.getVerdict()), verdict(verdict)));
        return findings;
    }

    /** How it compares with an earlier run. */
    static Finding of(GateOutcome.Regression regression) {
        State state = regression.worse() ? State.FAILED : regression.open() ? State.OPEN : State.PASSED;
        return new Finding("not worse than " + regression.baseline(), state, regression.text());
    }

    private static Finding criterion(KpiResult result) {
        String name = result.getGoal() + ": " + result.getKpi() + " " + result.getStatistic() + " "
                + result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold()));
        String value = result.getValue() == null
                ? "no data"
                : "is " + Decimals.plain(Decimals.shortest(result.getValue())) + " over " + result.getSamples()
                        + " iteration(s)";
        return new Finding(name, state(result), value + ", " + result.getSeverity());
    }

    private static State state(KpiResult result) {
        if (result.getSeverity().equals(REPORT) || result.getStatus() == KpiStatus.OK) {
            return State.PASSED;
        }
        if (result.getStatus() == KpiStatus.FAILED) {
            return result.getSeverity().equals(HARD) ? State.FAILED : State.WARNED;
        }
        return State.OPEN;
    }

    /** What decided the verdict stands as the verdict does; what is only lacking beside it is open. */
    private static Finding condition(GateCondition condition, Verdict verdict) {
        List<String> against = condition.against(verdict);
        if (condition == GateCondition.STRICTLY_BEST) {
            boolean best = verdict.getVerdict() == VerdictLevel.PASS && verdict.getFreezeReady();
            String found = "is " + verdict.getVerdict() + ", ready: " + (verdict.getFreezeReady() ? "yes" : "no");
            return new Finding(condition.words(), best ? State.PASSED : state(verdict.getVerdict()), found);
        }
        if (against.isEmpty()) {
            return new Finding(condition.words(), State.PASSED, "");
        }
        boolean decided = against.stream().anyMatch(verdict.getReasons()::contains);
        return new Finding(condition.words(), decided ? state(verdict.getVerdict()) : State.OPEN, sentences(against));
    }

    private static State state(VerdictLevel level) {
        return switch (level) {
            case PASS -> State.PASSED;
            case WARN -> State.WARNED;
            case FAIL -> State.FAILED;
            case INCONCLUSIVE, UNKNOWN -> State.OPEN;
        };
    }

    private static String verdict(Verdict verdict) {
        return verdict.getVerdict() + ": " + sentences(verdict.getReasons());
    }

    private static String sentences(List<String> reasons) {
        return reasons.stream().map(ReasonText::sentence).collect(Collectors.joining("; "));
    }
}
