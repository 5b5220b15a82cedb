package io.soakstream.gate.processor;

import io.soakstream.gate.domain.RunJudge;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.mapping.DecisionMapper;
import io.soakstream.gate.mapping.VerdictMapper;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.state.RunRecordMapper;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.SourcePosition;
import io.soakstream.schemas.runtime.StoreKind;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Judges every iteration by every policy; forgets a run when it ends. */
public final class JudgeIterationsProcessor extends ContextualProcessor<String, TuningDecision, String, Verdict> {
    private final RunJudge rules;
    private KeyValueStore<String, GateRunState> runs;

    private JudgeIterationsProcessor(RunJudge rules) {
        this.rules = rules;
    }

    public static ProcessorSupplier<String, TuningDecision, String, Verdict> supplier(RunJudge rules, StoreKind kind) {
        return new ProcessorSupplier<>() {
            @Override
            public JudgeIterationsProcessor get() {
                return new JudgeIterationsProcessor(rules);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(GateStores.runRecord(kind));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Verdict> context) {
        super.init(context);
        runs = context.getStateStore(GateStores.RUN_RECORD);
    }

    @Override
    public void process(Record<String, TuningDecision> record) {
        TuningDecision decision = record.value();
        if (decision.getIterationSummary() != null) {
            judge(record);
        } else if (decision.getRunEnded() != null) {
            runs.delete(record.key());
        }
    }

    private void judge(Record<String, TuningDecision> record) {
        TuningDecision decision = record.value();
        RunRecord before = Optional.ofNullable(runs.get(record.key()))
                .map(RunRecordMapper::fromStore)
                .orElseGet(RunRecord::empty);
        Optional<String> hashBefore = before.lastStateHash();
        RunRecord after = before.with(
                DecisionMapper.iteration(decision, hashBefore),
                DecisionMapper.tuning(decision, hashBefore),
                decision.getWindow().getCapacity());
        RunJudge.Step step = rules.judge(
                after,
                decision.getIterationSummary().getIteration(),
                decision.getIterationsTotal(),
                DecisionMapper.window(decision));
        runs.put(record.key(), RunRecordMapper.toStore(step.next()));
        step.verdicts().forEach(verdict -> context()
                .forward(record.withValue(VerdictMapper.toRecord(decision, verdict))
                        .withHeaders(SourcePosition.headers(
                                context().recordMetadata().orElseThrow()))));
    }
}
