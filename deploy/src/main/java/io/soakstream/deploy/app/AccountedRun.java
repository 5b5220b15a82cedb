package io.soakstream.deploy.app;

import io.soakstream.deploy.report.KpiGateParity;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A recorded soak with all that is known of it, as a command sees it.
 *
 * @param recording path that it was read from
 * @param policies names of those that were asked for: the command ends with their verdicts
 * @param rule that its verdicts and proposals are held against
 */
record AccountedRun(Path recording, RunAccount account, List<String> policies, GateRule rule) {

    /** The last verdicts of all policies as the gate goes by them, those that were asked for first. */
    List<Verdict> verdicts() {
        return RuledVerdict.all(account, rule);
    }

    /** Those that the command ends with. */
    List<Verdict> asked() {
        return verdicts().stream()
                .filter(verdict -> policies.contains(verdict.getPolicy()))
                .toList();
    }

    /**
     * For what is written beside the gate's verdict.
     *
     * @throws IOException the bot's own KPI gate cannot be read
     */
    ReportInput reportInput() throws IOException {
        return input(verdicts());
    }

    /**
     * For the published snapshot: the earlier tools took a recording's {@code applied} at its word.
     *
     * @throws IOException the bot's own KPI gate cannot be read
     */
    ReportInput published() throws IOException {
        return input(RuledVerdict.all(account.lasts(), account.refusals(), rule));
    }

    private ReportInput input(List<Verdict> verdicts) throws IOException {
        Optional<Verdict> snapshot = verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals("snapshot"))
                .findFirst();
        KpiGateParity parity = snapshot.isEmpty()
                ? KpiGateParity.UNKNOWN
                : KpiGateParity.of(recording, snapshot.get().getVerdict());
        return new ReportInput(
                account.noting(parity.notes()),
                verdicts,
                policies,
                DeltaVerification.of(account),
                rule,
                parity.same(),
                SoakCli.Version.text());
    }
}
