package io.soakstream.tuner.processor;

import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.tuner.domain.SilenceLimits;
import io.soakstream.tuner.domain.silence.Silence;
import io.soakstream.tuner.domain.silence.SilenceWatch;
import io.soakstream.tuner.mapping.SilenceMapper;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Writes it into the events when nothing comes from a live run: silence is then an event like any other, at its place in
 * the run's one order, and a replay meets it there without any clock.
 */
public final class WatchSilenceProcessor extends ContextualProcessor<String, TuningDecision, String, SoakEvent> {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final SilenceLimits limits;
    private final RunStateMapper states;
    /** Ticks that have been written and perhaps not been read back yet, by run. */
    private final Map<String, Integer> noticed = new HashMap<>();

    private SilenceWatch watch = new SilenceWatch();
    private KeyValueStore<String, TunerRunState> runs;

    public WatchSilenceProcessor(SilenceLimits limits, RunStateMapper states) {
        this.limits = limits;
        this.states = states;
    }

    @Override
    public void init(ProcessorContext<String, SoakEvent> context) {
        super.init(context);
        runs = context.getStateStore(TunerStores.RUN_STATE);
        // A task that is taken up again may be given the same processor.
        watch = new SilenceWatch();
        noticed.clear();
        watchRestoredRuns();
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::noticeSilence);
    }

    /** The one time that a store is read through: a bot that died while no tuner ran is noticed all the same. */
    private void watchRestoredRuns() {
        try (KeyValueIterator<String, TunerRunState> all = runs.all()) {
            while (all.hasNext()) {
                KeyValue<String, TunerRunState> run = all.next();
                if (!run.value.getEnded()) {
                    expect(run.key, run.value);
                }
            }
        }
    }

    @Override
    public void process(Record<String, TuningDecision> record) {
        TuningDecision decision = record.value();
        if (decision.getRunEnded() != null) {
            watch.forget(record.key());
            noticed.remove(record.key());
        } else if (isSignOfLife(decision)) {
            noticed.remove(record.key());
            expect(record.key(), runs.get(record.key()));
        }
    }

    private static boolean isSignOfLife(TuningDecision decision) {
        return decision.getMode() == RunMode.LIVE
                && decision.getOrigin() == null
                && (decision.getIterationSummary() != null || decision.getRunStarted() != null);
    }

    private void expect(String key, TunerRunState run) {
        watch.expect(key, run.getFacts().getPeriodMs());
    }

    private void noticeSilence(long wallClockMs) {
        for (String key : watch.late(wallClockMs)) {
            Optional<Silence> silence = Optional.ofNullable(runs.get(key))
                    .map(states::fromStore)
                    .flatMap(run -> Silence.of(run, noticed.getOrDefault(key, 0), limits));
            silence.ifPresent(found -> write(key, found, wallClockMs));
        }
    }

    private void write(String key, Silence silence, long wallClockMs) {
        if (silence.isEnd()) {
            noticed.remove(key);
        } else {
            noticed.put(key, silence.tick());
            watch.expect(key, silence.nextDueMs());
        }
        context().forward(new Record<>(key, SilenceMapper.toEvent(key, silence), wallClockMs));
    }
}
