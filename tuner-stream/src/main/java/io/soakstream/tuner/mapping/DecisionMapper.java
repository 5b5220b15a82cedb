package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.guard.GuardSignal;
import java.util.List;

/** From a decision of the rules to the record on the topic. */
public final class DecisionMapper {
    private final String configurationDigest;

    public DecisionMapper(String configurationDigest) {
        this.configurationDigest = configurationDigest;
    }

    public TuningDecision toRecord(SoakEvent event, Decision decision) {
        RunState run = decision.run();
        RunState.Facts facts = run.running().facts();
        return TuningDecision.newBuilder()
                .setId(id(event, run.sequence(), decision.baseHash()))
                .setBot(event.getBot())
                .setRun(event.getRun())
                .setOrigin(event.getOrigin())
                .setSequence(run.sequence())
                .setEventTimeMs(run.lastEventTimeMs())
                .setMode(RunMode.valueOf(facts.mode().name()))
                .setTuning(TuningMode.valueOf(facts.tuning().name()))
                .setTimesSynthesised(facts.timesSynthesised())
                .setConfigurationDigest(configurationDigest)
                .setRunStarted(StartMapper.effective(event, decision))
                .setIterationSummary(event.getIterationSummary())
                .setRunEnded(event.getRunEnded())
                .setTick(event.getTick())
                .setControlCommand(event.getControlCommand())
                .setIterationsTotal(run.iterationsTotal())
                .setWindow(event.getIterationSummary() == null ? null : WindowMapper.window(run.window()))
                .setGuards(decision.guarded().signals().stream()
                        .map(DecisionMapper::guard)
                        .toList())
                .setProposed(decision.proposal().deltas().stream()
                        .map(DecisionMapper::delta)
                        .toList())
                .setDropped(dropped(decision))
                .setNotes(decision.proposal().notes())
                .setRules(decision.proposal().rules())
                .setOutcome(Outcome.valueOf(decision.resolution().outcome().name()))
                .setReason(decision.resolution().reason().orElse(null))
                .setBaseHash(decision.baseHash())
                .setResultHash(decision.resultHash())
                .setCommandRefusal(decision.commandRefusal().orElse(null))
                .setVerification(Verification.valueOf(
                        decision.projection().confirmation().state().name()))
                .setStalled(decision.stalled())
                .build();
    }

    private static String id(SoakEvent event, long sequence, String baseHash) {
        return Sha256.hex(event.getBot() + ":" + event.getRun() + "|" + sequence + "|" + baseHash);
    }

    private static GuardState guard(GuardSignal signal) {
        // By the constructor, here and below: a builder looks up the default of every field that is not set.
        return new GuardState(
                signal.guard(),
                signal.raw(),
                signal.debounced(),
                signal.sinceMs().orElse(null),
                List.copyOf(signal.concerned()));
    }

    private static ProposedDelta delta(io.soakstream.tuner.domain.rule.ProposedDelta delta) {
        return new ProposedDelta(
                delta.parameter(),
                delta.rule(),
                Decimals.plain(delta.from()),
                Decimals.plain(delta.delta()),
                Decimals.plain(delta.to()),
                delta.boundHit().orElse(null));
    }

    private static List<DroppedDelta> dropped(Decision decision) {
        return decision.guarded().dropped().entrySet().stream()
                .map(entry -> new DroppedDelta(entry.getKey(), entry.getValue()))
                .toList();
    }
}
