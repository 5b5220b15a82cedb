package io.soakstream.gate.processor;

import io.soakstream.gate.domain.proof.Claim;
import io.soakstream.gate.domain.proof.Ledger;
import io.soakstream.gate.domain.proof.ProjectionProof;
import io.soakstream.gate.domain.proof.Proof;
import io.soakstream.gate.mapping.ApplicationMapper;
import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.gate.mapping.OverridesMapper;
import io.soakstream.gate.mapping.ProvenDecision;
import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.state.LedgerMapper;
import io.soakstream.gate.state.LedgerStore;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.SourcePosition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves every decision, and hands out what it came to once the store gives it back unchanged. */
public final class ApplyDecisionsProcessor extends ContextualProcessor<String, TuningDecision, String, Object> {
    private static final Logger LOGGER = LoggerFactory.getLogger(ApplyDecisionsProcessor.class);
    private static final String GROUP = "soak-gate";

    private final ProjectionProof rules = new ProjectionProof(ParameterCatalogue.standard());
    private final Next next;
    private LedgerStore ledgers;
    private Sensor mismatches;
    private Sensor missing;
    private Sensor late;

    private ApplyDecisionsProcessor(Next next) {
        this.next = next;
    }

    /** Names of the nodes that follow. */
    public record Next(String judgement, String overrides, String applications) {}

    public static ProcessorSupplier<String, TuningDecision, String, Object> supplier(
            Next next, StoreBuilder<KeyValueStore<String, GateOverrides>> store) {
        return new ProcessorSupplier<>() {
            @Override
            public ApplyDecisionsProcessor get() {
                return new ApplyDecisionsProcessor(next);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        ledgers = new LedgerStore(
                context.getStateStore(GateStores.RUNTIME_OVERRIDES), new LedgerMapper(ParameterCatalogue.standard()));
        mismatches = sensor("projection-mismatches");
        missing = sensor("missing-decisions");
        late = sensor("late-decisions");
    }

    private Sensor sensor(String name) {
        return context()
                .metrics()
                .addRateTotalSensor(GROUP, context().taskId().toString(), name, Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<String, TuningDecision> record) {
        TuningDecision decision = record.value();
        Claim claim = ClaimMapper.toDomain(decision);
        Ledger before = ledgers.get(record.key());
        if (before.isLate(claim)) {
            late.record();
            warn(record, "late decision dropped", "sequence " + claim.sequence() + " after " + before.lastSequence());
            return;
        }
        Proof proof = kept(record.key(), before, claim);
        tell(record, before, proof);
        forward(record, proof);
        if (decision.getRunEnded() != null) {
            ledgers.delete(record.key());
        }
    }

    /** What the store gives back decides, not what it was given. */
    private Proof kept(String run, Ledger before, Claim claim) {
        Proof proof = rules.prove(before, claim);
        ledgers.put(run, proof.next());
        if (proof.releases().isEmpty()) {
            return proof;
        }
        String readBack = ledgers.readBack(run);
        if (readBack.equals(proof.releasedHash())) {
            return proof;
        }
        Proof unproven = rules.unproven(before, claim, "store: " + readBack + " was read back");
        ledgers.put(run, unproven.next());
        return unproven;
    }

    private void tell(Record<String, TuningDecision> record, Ledger before, Proof proof) {
        long expected = before.lastSequence() + 1;
        boolean hole = proof.next().lastSequence() > expected;
        if (hole) {
            missing.record();
        }
        Optional<String> mismatch = proof.standing().mismatch();
        if (mismatch.isPresent()) {
            mismatches.record();
            warn(record, "projection mismatch", mismatch.get());
        } else if (hole) {
            warn(record, "decision missing", "decision " + expected + " is missing, what follows it is proven");
        }
    }

    private static void warn(Record<String, TuningDecision> record, String message, String detail) {
        TuningDecision decision = record.value();
        LOGGER.atWarn()
                .addKeyValue("run", record.key())
                .addKeyValue(
                        "iteration",
                        decision.getIterationSummary() == null
                                ? "none"
                                : decision.getIterationSummary().getIteration())
                .addKeyValue("detail", detail)
                .log(message);
    }

    private void forward(Record<String, TuningDecision> record, Proof proof) {
        TuningDecision decision = record.value();
        Record<String, TuningDecision> placed = record.withHeaders(
                SourcePosition.headers(context().recordMetadata().orElseThrow()));
        proof.releases().forEach(release -> context()
                .forward(placed.<Object>withValue(OverridesMapper.toRecord(decision, release)), next.overrides()));
        proof.applications().forEach(application -> context()
                .forward(
                        placed.<Object>withValue(ApplicationMapper.toRecord(decision, application)),
                        next.applications()));
        context().forward(record.<Object>withValue(new ProvenDecision(decision, proof.standing())), next.judgement());
    }
}
