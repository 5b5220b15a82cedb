package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.Received;
import io.soakstream.tuner.domain.Admission;
import io.soakstream.tuner.domain.RunAdmission;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.mapping.EventMapper;
import io.soakstream.tuner.mapping.InFlight;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.util.Optional;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads a run's state and lets the events pass that count; the state travels with them to where it is written. */
public final class AdmitEventsProcessor extends ContextualProcessor<String, Received<SoakEvent>, String, Object> {
    private final RunAdmission rules;
    private final RunStateMapper states;
    private final EventMapper events;
    private final String next;
    private final DeadLetterExit deadLetters;
    private KeyValueStore<String, TunerRunState> runs;
    private Sensor ignored;

    /**
     * @param next node that takes the events that count
     * @param deadLetters node that takes refused events
     */
    public AdmitEventsProcessor(
            RunAdmission rules, RunStateMapper states, EventMapper events, String next, String deadLetters) {
        this.rules = rules;
        this.states = states;
        this.events = events;
        this.next = next;
        this.deadLetters = new DeadLetterExit(deadLetters);
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
        Optional<RunState> state = Optional.ofNullable(runs.get(record.key())).map(states::fromStore);
        RunAdmission.Answer answer = rules.admit(state, events.toDomain(event));
        Admission admission = answer.admission();
        if (admission.kind() == Admission.Kind.REFUSED) {
            deadLetters.send(
                    context(),
                    record,
                    admission.code().orElseThrow(),
                    admission.detail().orElseThrow());
        } else if (admission.kind() == Admission.Kind.IGNORED) {
            ignored.record();
        }
        answer.accepted().ifPresent(accepted -> context()
                .forward(record.<Object>withValue(new InFlight<>(event, accepted)), next));
    }
}
