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

    /** The last verdicts of all policies, those that were asked for first. */
    List<Verdict> verdicts() {
        return RuledVerdict.all(account.lasts(), account.refusals(), rule);
    }

    /** Those that the command ends with. */
    List<Verdict> asked() {
        return verdicts().stream()
                .filter(verdict -> policies.contains(verdict.getPolicy()))
                .toList();
    }

    /** @throws IOException the bot's own KPI gate cannot be read */
    ReportInput reportInput() throws IOException {
        List<Verdict> verdicts = verdicts();
        Optional<Verdict> snapshot = verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals("snapshot"))
                .findFirst();
        Optional<Boolean> parity = snapshot.isEmpty()
                ? Optional.empty()
                : KpiGateParity.of(recording, snapshot.get().getVerdict());
        return new ReportInput(
                account, verdicts, policies, DeltaVerification.of(account), rule, parity, SoakCli.Version.text());
    }
}
