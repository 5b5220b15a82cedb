package io.soakstream.tuner.report;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.rule.Check;
import io.soakstream.tuner.domain.rule.Proposal;
import io.soakstream.tuner.domain.rule.RuleEvaluation;
import java.util.List;
import java.util.stream.Collectors;

/** Which rules fired, and why the others did not. */
final class RuleText {
    private RuleText() {}

    static String render(Decision decision) {
        if (decision.accepted().judgedByRecording()) {
            return "  not evaluated: the recording says what another tuner did (--retune lets ours decide)\n";
        }
        Proposal proposal = decision.proposal();
        if (proposal.evaluations().isEmpty()) {
            return "  not evaluated: " + ReasonText.of(proposal.nothing()) + "\n";
        }
        TextTable table = new TextTable();
        proposal.evaluations()
                .forEach(evaluation ->
                        table.row(evaluation.rule(), evaluation.fired() ? "FIRED" : "no", why(evaluation)));
        return table.render();
    }

    /** Of a rule that fired all it rests on, of another what is not met. */
    static String why(RuleEvaluation evaluation) {
        List<Check> said = evaluation.fired()
                ? evaluation.checks()
                : evaluation.checks().stream().filter(check -> !check.met()).toList();
        return said.stream()
                .map(check -> text(check, evaluation.fired()))
                .distinct()
                .collect(Collectors.joining(evaluation.fired() ? " and " : "; "));
    }

    private static String text(Check check, boolean met) {
        if (check.limit().isEmpty()) {
            return check.subject() + (met ? " does not hold" : " holds");
        }
        if (check.value().isEmpty()) {
            return check.subject() + " is unknown";
        }
        String value = Decimals.plain(check.value().get());
        return check.subject() + " " + value + (met ? " " : " is not ") + check.comparator() + " "
                + check.limit().get().toPlainString();
    }
}
