package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.runtime.SourcePosition;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.DeltaGuarding;
import io.soakstream.tuner.domain.OutcomeDeciding;
import io.soakstream.tuner.mapping.DecisionMapper;
import io.soakstream.tuner.mapping.InFlight;
import io.soakstream.tuner.state.GuardMemoryMapper;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerGuardState;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Decides what becomes of the proposal, writes both stores, each once, and forwards the decision. */
public final class DecideOutcomesProcessor
        extends ContextualProcessor<String, InFlight<DeltaGuarding.Checked>, String, TuningDecision> {
    private final OutcomeDeciding rules;
    private final RunStateMapper states;
    private final DecisionMapper decisions;
    private final Consumer<Decision> observer;
    private KeyValueStore<String, TunerRunState> runs;
    private KeyValueStore<String, TunerGuardState> guards;

    /** @param observer is shown every decision with all that led to it; it must not change anything */
    public DecideOutcomesProcessor(
            OutcomeDeciding rules, RunStateMapper states, DecisionMapper decisions, Consumer<Decision> observer) {
        this.rules = rules;
        this.states = states;
        this.decisions = decisions;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, TuningDecision> context) {
        super.init(context);
        runs = context.getStateStore(TunerStores.RUN_STATE);
        guards = context.getStateStore(TunerStores.GUARD_DEBOUNCE);
    }

    @Override
    public void process(Record<String, InFlight<DeltaGuarding.Checked>> record) {
        OutcomeDeciding.Decided decided = rules.decide(record.value().value());
        // First all that may fail: a dead letter must leave the stores as they were.
        TuningDecision decision = decisions.toRecord(record.value().event(), decided.decision());
        observer.accept(decided.decision());
        runs.put(record.key(), states.toStore(decided.run()));
        decided.guards()
                .map(GuardMemoryMapper::toStore)
                .ifPresentOrElse(memory -> guards.put(record.key(), memory), () -> guards.delete(record.key()));
        context()
                .forward(record.withValue(decision)
                        .withHeaders(SourcePosition.headers(
                                context().recordMetadata().orElseThrow())));
    }
}
