package io.soakstream.gate.report.document;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report is written from.
 *
 * @param account of a run with at least one iteration, judged by the snapshot policy among others
 * @param verdicts the last of each policy as the command sees it that ends with them; the first leads the report
 * @param policies names of those that were asked for; others are shown beside them
 * @param deltas of the account
 * @param rule that proposals are held against
 * @param kpiGateParity whether the bot's own KPI gate came to the snapshot policy's verdict; empty: it has not said
 * @param programVersion version of this program
 */
public record ReportInput(
        RunAccount account,
        List<Verdict> verdicts,
        List<String> policies,
        DeltaVerification deltas,
        GateRule rule,
        Optional<Boolean> kpiGateParity,
        String programVersion) {
    public ReportInput {
        verdicts = List.copyOf(verdicts);
        policies = List.copyOf(policies);
        if (verdicts.isEmpty() || account.iterations().isEmpty()) {
            throw new IllegalArgumentException("a report is of at least one iteration that was judged");
        }
    }

    /** That of the policy that leads the report. */
    public Verdict leading() {
        return verdicts.get(0);
    }

    /** Those of the policies that were asked for. */
    public List<Verdict> asked() {
        return verdicts.stream()
                .filter(verdict -> policies.contains(verdict.getPolicy()))
                .toList();
    }

    public Optional<Verdict> verdict(String policy) {
        return verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals(policy))
                .findFirst();
    }

    /** The iterations that the leading verdict is about. */
    public List<IterationAccount> window() {
        return account.window(leading());
    }

    public IterationAccount latest() {
        return account.iterations().get(account.iterations().size() - 1);
    }

    /** Event time of the latest iteration: a report of the same run is the same text whenever it is written. */
    public Instant asOf() {
        return latest().eventTime();
    }
}
