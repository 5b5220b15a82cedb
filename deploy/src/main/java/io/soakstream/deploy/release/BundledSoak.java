package io.soakstream.deploy.release;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.producer.app.CatalogueStartValues;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recording of a bundle, judged: the same recording and policies give the same report. */
final class BundledSoak {
    private BundledSoak() {}

    /** What is known of a soak beside its recording. */
    record Beside(Optional<Boolean> kpiGateParity, List<String> notes, List<String> refusals, String programVersion) {}

    /**
     * Replays and judges.
     *
     * @throws NoIterationsException not one iteration could be judged
     * @throws IOException the recording cannot be read
     */
    static ReportInput judge(Path recording, List<Policy> policies, Beside beside) throws IOException {
        RecordedSoak soak =
                new SoakReader().read(recording, ReadOptions.defaults().withStartValues(new CatalogueStartValues()));
        RunAccount account = with(new OfflineGate(new GateConfig(policies)).account(soak), beside);
        if (account.lasts().isEmpty()) {
            throw new NoIterationsException("no iteration of the soak could be judged");
        }
        return new ReportInput(
                account,
                RuledVerdict.all(account, GateRule.NORMAL),
                policies.stream().map(Policy::name).toList(),
                DeltaVerification.of(account),
                GateRule.NORMAL,
                beside.kpiGateParity(),
                beside.programVersion());
    }

    private static RunAccount with(RunAccount account, Beside beside) {
        return new RunAccount(
                account.run(),
                account.iterations(),
                account.commands(),
                account.overrides(),
                account.verdicts(),
                joined(beside.notes(), account.notes()),
                joined(beside.refusals(), account.refusals()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
