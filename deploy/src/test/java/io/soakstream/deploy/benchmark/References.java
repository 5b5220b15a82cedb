package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The transforms that tuner and gate are held against. A finished record of the output's type is filled with what the
 * input names, so that it has the size of a real one.
 */
final class References {
    private References() {}

    static Transform<SoakEvent, TuningDecision> ofTuner(
            AvroSerdes serdes, SampleRun sample, String source, String sink) {
        Supplier<Function<SoakEvent, TuningDecision>> mapping = () -> {
            TuningDecision decision =
                    TuningDecision.newBuilder(sample.decision()).build();
            return event -> {
                decision.setBot(event.getBot());
                decision.setRun(event.getRun());
                decision.setEventTimeMs(event.getEventTimeMs());
                decision.setIterationSummary(event.getIterationSummary());
                return decision;
            };
        };
        return Transform.of(serdes, source, SoakEvent.class, mapping, TuningDecision.class, sink);
    }

    static Transform<TuningDecision, Verdict> ofGate(AvroSerdes serdes, SampleRun sample, String source, String sink) {
        Supplier<Function<TuningDecision, Verdict>> mapping = () -> {
            Verdict verdict = Verdict.newBuilder(sample.verdict()).build();
            return decision -> {
                verdict.setBot(decision.getBot());
                verdict.setRun(decision.getRun());
                verdict.setEventTimeMs(decision.getEventTimeMs());
                verdict.setIteration(decision.getIterationSummary().getIteration());
                verdict.setWindow(decision.getWindow());
                return verdict;
            };
        };
        return Transform.of(serdes, source, TuningDecision.class, mapping, Verdict.class, sink);
    }
}
