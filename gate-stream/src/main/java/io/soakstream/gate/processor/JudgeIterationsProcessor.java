package io.soakstream.gate.processor;

import io.soakstream.gate.domain.Doubts;
import io.soakstream.gate.domain.JudgedWindow;
import io.soakstream.gate.domain.RunJudge;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.mapping.DecisionMapper;
import io.soakstream.gate.mapping.EndingMapper;
import io.soakstream.gate.mapping.ProvenDecision;
import io.soakstream.gate.mapping.SummaryMapper;
import io.soakstream.gate.mapping.VerdictMapper;
import io.soakstream.gate.mapping.WindowMapper;
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

/** Judges every iteration by every policy, says once that iterations stay away, judges for good when a run ends, and forgets it. */
public final class JudgeIterationsProcessor extends ContextualProcessor<String, ProvenDecision, String, Verdict> {
    /** Iterations kept at least where the decision has no window that would say how many (count). */
    private static final int USUAL_CAPACITY = 8;

    private final RunJudge rules;
    private KeyValueStore<String, GateRunState> runs;

    private JudgeIterationsProcessor(RunJudge rules) {
        this.rules = rules;
    }

    public static ProcessorSupplier<String, ProvenDecision, String, Verdict> supplier(RunJudge rules, StoreKind kind) {
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
    public void process(Record<String, ProvenDecision> record) {
        TuningDecision decision = record.value().decision();
        if (decision.getRunStarted() != null && decision.getRunStarted().getDeclaredHours() != null) {
            declare(record.key(), decision.getRunStarted().getDeclaredHours());
        }
        if (decision.getIterationSummary() != null) {
            keep(record, judged(run(record.key()), record.value()));
        } else if (decision.getTick() != null && decision.getStalled()) {
            keep(record, stalled(run(record.key()), record.value()));
        } else if (decision.getRunEnded() != null) {
            forward(record, ended(run(record.key()), record.value()));
            runs.delete(record.key());
        }
    }

    private RunRecord run(String key) {
        return Optional.ofNullable(runs.get(key))
                .map(RunRecordMapper::fromStore)
                .orElseGet(RunRecord::empty);
    }

    private void declare(String key, double hours) {
        if (!Double.isFinite(hours)) {
            return;
        }
        runs.put(key, RunRecordMapper.toStore(run(key).declaring(hours)));
    }

    private RunJudge.Step judged(RunRecord before, ProvenDecision proven) {
        TuningDecision decision = proven.decision();
        Optional<JudgedWindow> window = WindowMapper.judged(decision);
        Optional<String> hashBefore = before.lastStateHash();
        RunRecord after = before.with(
                DecisionMapper.iteration(proven, hashBefore),
                SummaryMapper.beside(decision.getIterationSummary()),
                DecisionMapper.tuning(proven, hashBefore),
                window.map(JudgedWindow::capacity)
                        .orElse(Math.max(before.iterations().size(), USUAL_CAPACITY)));
        return rules.judge(
                after,
                decision.getIterationsTotal(),
                window.orElseGet(() -> JudgedWindow.unknown(after.iterations())),
                Doubts.of(proven.standing()));
    }

    private RunJudge.Step stalled(RunRecord before, ProvenDecision proven) {
        TuningDecision decision = proven.decision();
        return rules.stalled(
                before, decision.getIterationsTotal(), decision.getTick().getSequence(), Doubts.of(proven.standing()));
    }

    private RunJudge.Step ended(RunRecord before, ProvenDecision proven) {
        return rules.ended(
                before,
                proven.decision().getIterationsTotal(),
                EndingMapper.toDomain(proven),
                Doubts.of(proven.standing()));
    }

    private void keep(Record<String, ProvenDecision> record, RunJudge.Step step) {
        runs.put(record.key(), RunRecordMapper.toStore(step.next()));
        forward(record, step);
    }

    private void forward(Record<String, ProvenDecision> record, RunJudge.Step step) {
        step.verdicts().forEach(verdict -> context()
                .forward(record.withValue(VerdictMapper.toRecord(record.value(), verdict))
                        .withHeaders(SourcePosition.headers(
                                context().recordMetadata().orElseThrow()))));
    }
}
