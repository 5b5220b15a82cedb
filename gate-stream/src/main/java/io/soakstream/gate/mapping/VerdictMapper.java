package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.CriterionResult;
import io.soakstream.gate.domain.Reason;
import io.soakstream.gate.domain.RunVerdict;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.NamedCount;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import java.math.BigDecimal;
import java.util.List;

/** From a verdict of the rules to the record on the topic. */
public final class VerdictMapper {
    private VerdictMapper() {}

    public static Verdict toRecord(ProvenDecision proven, RunVerdict verdict) {
        TuningDecision decision = proven.decision();
        return Verdict.newBuilder()
                .setId(id(decision, verdict))
                .setBot(decision.getBot())
                .setRun(decision.getRun())
                .setOrigin(decision.getOrigin())
                .setPolicy(verdict.policy().name())
                .setPolicyVersion(verdict.policy().version())
                .setSequence(verdict.sequence())
                .setIteration(verdict.iteration())
                .setEventTimeMs(decision.getEventTimeMs())
                .setMode(decision.getMode())
                .setTuning(decision.getTuning())
                .setTimesSynthesised(decision.getTimesSynthesised())
                .setVerdict(VerdictLevel.valueOf(verdict.judgement().level().name()))
                .setPreviousVerdict(verdict.previousLevel()
                        .map(level -> VerdictLevel.valueOf(level.name()))
                        .orElse(null))
                .setResults(verdict.judgement().results().stream()
                        .map(VerdictMapper::result)
                        .toList())
                .setPassCount(verdict.judgement().passCount())
                .setFreezeReady(verdict.judgement().freezeReady())
                .setMissing(encoded(verdict.judgement().missing()))
                .setReasons(encoded(verdict.judgement().reasons()))
                .setIterationsTotal(verdict.iterationsTotal())
                .setWindow(WindowMapper.readable(decision).orElseGet(() -> WindowMapper.toRecord(verdict.window())))
                .setGuards(guards(verdict))
                .setOutcomeCounts(outcomes(verdict.tally()))
                .setAppliedIterations(verdict.tally().appliedIterations())
                .setChangedKeys(List.copyOf(verdict.tally().changedKeys()))
                .setAnomaliesCount(verdict.findings().anomalies())
                .setSignatureLoops(verdict.findings().signatureLoops())
                .setDeltaQuality(quality(verdict.tally(), proven.standing().echoing()))
                .setConfigurationDigest(decision.getConfigurationDigest())
                .setPreviousDigest(verdict.previousDigest())
                .setDigest(verdict.digest())
                .setVerification(verification(proven))
                .setWorstVerdict(VerdictLevel.valueOf(verdict.worst().level().name()))
                .setWorstIteration(verdict.worst().iteration())
                .setLast(verdict.last())
                .build();
    }

    private static String id(TuningDecision decision, RunVerdict verdict) {
        return Sha256.hex(decision.getBot() + ":" + decision.getRun() + "|"
                + verdict.policy().name() + "|" + verdict.policy().version() + "|" + verdict.sequence());
    }

    private static KpiResult result(CriterionResult result) {
        // By the constructor: a builder looks up the default of every field that is not set.
        return new KpiResult(
                result.criterion().goal(),
                result.criterion().metric().field(),
                result.criterion().statistic().word(),
                result.criterion().comparator().sign(),
                result.criterion().threshold().doubleValue(),
                result.value().map(BigDecimal::doubleValue).orElse(null),
                result.margin().map(BigDecimal::doubleValue).orElse(null),
                result.samples(),
                result.criterion().severity().word(),
                KpiStatus.valueOf(result.status().name()));
    }

    private static List<GuardActivity> guards(RunVerdict verdict) {
        return verdict.findings().guards().entrySet().stream()
                .map(entry -> new GuardActivity(entry.getKey(), entry.getValue().size(), entry.getValue()))
                .toList();
    }

    private static List<NamedCount> outcomes(TuningTally tally) {
        return tally.outcomes().entrySet().stream()
                .map(entry -> new NamedCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DeltaQuality quality(TuningTally tally, boolean echoing) {
        TuningTally.DeltaQuality quality = tally.quality();
        return new DeltaQuality(
                quality.proposed(),
                quality.full(),
                quality.justified(),
                quality.failed(),
                quality.stuck(),
                echoing ? quality.unconfirmed() : 0,
                quality.fullApplyRatio().map(BigDecimal::doubleValue).orElse(null),
                quality.justifiedApplyRatio().map(BigDecimal::doubleValue).orElse(null),
                tally.unknownNames());
    }

    /** What the gate knows, not what the decision says. */
    private static Verification verification(ProvenDecision proven) {
        return proven.standing()
                .confirmation()
                .map(confirmation -> Verification.valueOf(confirmation.state().name()))
                .orElse(Verification.UNKNOWN);
    }

    private static List<String> encoded(List<Reason> reasons) {
        return reasons.stream().map(Reason::encoded).toList();
    }
}
