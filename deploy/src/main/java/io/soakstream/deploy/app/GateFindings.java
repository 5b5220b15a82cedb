package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.comparison.ComparedAccount;
import io.soakstream.gate.comparison.ComparedRun;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.DeltaEvidence;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.contract.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a gate goes by, before its rules.
 *
 * @param subject what was judged, for people
 * @param recording where it was read from; of what is on a cluster a path at which there is nothing
 * @param lasts the last verdict of each policy that counts; empty: not one iteration could be judged
 * @param refusals what could not be read or was refused, in words; while there are any, nothing passes
 * @param notes what a reader must know
 * @param evidence what a recording shows of its proposals
 * @param account everything that is known of the run; empty: it was not needed
 */
record GateFindings(
        String subject,
        Path recording,
        List<Verdict> lasts,
        List<String> refusals,
        List<String> notes,
        DeltaEvidence evidence,
        Optional<RunAccount> account) {
    GateFindings {
        lasts = List.copyOf(lasts);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * A recorded soak, judged here.
     *
     * @param path where it was read from
     * @param policies those that count
     * @param whole whether its account is needed too
     */
    static GateFindings of(Path path, RecordedSoak soak, OfflineGate gate, List<Policy> policies, boolean whole) {
        boolean recorded = OfflineGate.restsOnRecordedDeltas(soak);
        Optional<RunAccount> account = whole || recorded ? Optional.of(gate.account(soak)) : Optional.empty();
        List<String> names = policies.stream().map(Policy::name).toList();
        OfflineGate.Judged judged =
                account.map(run -> OfflineGate.Judged.of(run, names)).orElseGet(() -> gate.judge(soak));
        return new GateFindings(
                path.toString(),
                path,
                judged.lasts(),
                judged.refusals(),
                judged.notes(),
                account.map(DeltaEvidence::of).orElse(DeltaEvidence.NOT_ASKED),
                account);
    }

    /**
     * As one side of a comparison, with its account. Both sides are ruled by the plain rule: a snapshot says nothing of a
     * stricter one, and no run is worse than itself.
     */
    ComparedRun compared() {
        RunAccount run = account.orElseThrow();
        Stream<Verdict> others = run.lasts().stream().filter(last -> !policies().contains(last.getPolicy()));
        List<Verdict> all = Stream.concat(lasts.stream(), others).toList();
        return ComparedAccount.of(subject, run, RuledVerdict.all(all, refusals, GateRule.NORMAL, evidence));
    }

    /** Names of the policies that count. */
    List<String> policies() {
        return lasts.stream().map(Verdict::getPolicy).toList();
    }
}
