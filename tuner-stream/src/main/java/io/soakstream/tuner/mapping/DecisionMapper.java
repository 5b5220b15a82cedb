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
        // By the constructor, here and below: a builder looks up the default of every field that is not set.
        return new TuningDecision(
                id(event, run.sequence(), decision.baseHash()),
                event.getBot(),
                event.getRun(),
                event.getOrigin(),
                run.sequence(),
                run.lastEventTimeMs(),
                RunMode.valueOf(facts.mode().name()),
                TuningMode.valueOf(facts.tuning().name()),
                facts.timesSynthesised(),
                configurationDigest,
                StartMapper.effective(event, decision),
                event.getIterationSummary(),
                event.getRunEnded(),
                event.getTick(),
                event.getControlCommand(),
                run.iterationsTotal(),
                event.getIterationSummary() == null ? null : WindowMapper.window(run.window()),
                guards(decision),
                proposed(decision),
                dropped(decision),
                decision.proposal().notes(),
                Outcome.valueOf(decision.resolution().outcome().name()),
                decision.resolution().reason().orElse(null),
                decision.baseHash(),
                decision.resultHash(),
                decision.proposal().rules(),
                decision.commandRefusal().orElse(null),
                Verification.valueOf(
                        decision.projection().confirmation().state().name()),
                decision.stalled(),
                decision.projection().switches().tuningAllowed());
    }

    private static List<GuardState> guards(Decision decision) {
        return decision.guarded().signals().stream().map(DecisionMapper::guard).toList();
    }

    private static List<ProposedDelta> proposed(Decision decision) {
        return decision.proposal().deltas().stream().map(DecisionMapper::delta).toList();
    }

    private static String id(SoakEvent event, long sequence, String baseHash) {
        return Sha256.hex(event.getBot() + ":" + event.getRun() + "|" + sequence + "|" + baseHash);
    }

    private static GuardState guard(GuardSignal signal) {
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
