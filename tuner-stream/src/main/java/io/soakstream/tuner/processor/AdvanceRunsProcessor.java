package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.SourcePosition;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.Received;
import io.soakstream.tuner.domain.Admission;
import io.soakstream.tuner.domain.RunAdvance;
import io.soakstream.tuner.mapping.DecisionMapper;
import io.soakstream.tuner.mapping.EventMapper;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Moves each run by one event and forwards the decision; one read and one write of the store per event. */
public final class AdvanceRunsProcessor extends ContextualProcessor<String, Received<SoakEvent>, String, Object> {
    private final RunAdvance rules;
    private final RunStateMapper states;
    private final DecisionMapper decisions;
    private final String next;
    private final DeadLetterExit deadLetters;
    private KeyValueStore<String, TunerRunState> runs;
    private Sensor ignored;

    private AdvanceRunsProcessor(
            RunAdvance rules, ParameterCatalogue catalogue, DecisionMapper decisions, String next, String deadLetters) {
        this.rules = rules;
        this.states = new RunStateMapper(catalogue);
        this.decisions = decisions;
        this.next = next;
        this.deadLetters = new DeadLetterExit(deadLetters);
    }

    /**
     * @param kind of the store
     * @param next node that takes the decisions
     * @param deadLetters node that takes refused events
     */
    public static ProcessorSupplier<String, Received<SoakEvent>, String, Object> supplier(
            RunAdvance rules,
            ParameterCatalogue catalogue,
            DecisionMapper decisions,
            StoreKind kind,
            String next,
            String deadLetters) {
        return new ProcessorSupplier<>() {
            @Override
            public AdvanceRunsProcessor get() {
                return new AdvanceRunsProcessor(rules, catalogue, decisions, next, deadLetters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(TunerStores.runState(kind));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        runs = context.getStateStore(TunerStores.RUN_STATE);
        ignored = context.metrics()
                .addRateTotalSensor(
                        "soak-tuner", context.taskId().toString(), "ignored-events", Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<String, Received<SoakEvent>> record) {
        SoakEvent event = record.value().value();
        RunAdvance.Step step = rules.advance(
                Optional.ofNullable(runs.get(record.key())).map(states::fromStore), EventMapper.toDomain(event));
        step.next().ifPresent(state -> runs.put(record.key(), states.toStore(state)));
        if (step.admission().kind() == Admission.Kind.REFUSED) {
            deadLetters.send(
                    context(),
                    record,
                    step.admission().code().orElseThrow(),
                    step.admission().detail().orElseThrow());
        } else if (step.admission().kind() == Admission.Kind.IGNORED) {
            ignored.record();
        }
        step.decision().ifPresent(decision -> forward(record, decisions.toRecord(event, decision)));
    }

    private void forward(Record<String, Received<SoakEvent>> record, TuningDecision decision) {
        context()
                .forward(
                        record.<Object>withValue(decision)
                                .withHeaders(SourcePosition.headers(
                                        context().recordMetadata().orElseThrow())),
                        next);
    }
}
