package io.soakstream.tuner.processor;

import io.soakstream.tuner.domain.DeltaGuarding;
import io.soakstream.tuner.domain.DeltaProposing;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.mapping.InFlight;
import io.soakstream.tuner.state.GuardMemoryMapper;
import io.soakstream.tuner.state.TunerGuardState;
import io.soakstream.tuner.state.TunerStores;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads what the guards remember of the run and asks them what of the proposal may pass. */
public final class GuardDeltasProcessor
        extends ContextualProcessor<
                String, InFlight<DeltaProposing.Proposed>, String, InFlight<DeltaGuarding.Checked>> {
    private final DeltaGuarding rules;
    private KeyValueStore<String, TunerGuardState> guards;

    public GuardDeltasProcessor(DeltaGuarding rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, InFlight<DeltaGuarding.Checked>> context) {
        super.init(context);
        guards = context.getStateStore(TunerStores.GUARD_DEBOUNCE);
    }

    @Override
    public void process(Record<String, InFlight<DeltaProposing.Proposed>> record) {
        InFlight<DeltaProposing.Proposed> proposed = record.value();
        Optional<GuardMemory> memory =
                Optional.ofNullable(guards.get(record.key())).map(GuardMemoryMapper::fromStore);
        context().forward(record.withValue(proposed.with(rules.check(memory, proposed.value()))));
    }
}
