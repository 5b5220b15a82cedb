package io.soakstream.deploy.app;

import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;

/** How verdicts count for a command that ends with them. */
final class GateRules {
    private GateRules() {}

    static GateRule rule(boolean strict) {
        return strict ? GateRule.STRICT : GateRule.NORMAL;
    }

    /** In their order. */
    static List<Verdict> ruled(GateFindings found, boolean strict) {
        return RuledVerdict.all(found.lasts(), found.refusals(), rule(strict), found.evidence());
    }
}
