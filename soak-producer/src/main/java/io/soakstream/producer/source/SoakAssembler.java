package io.soakstream.producer.source;

import io.soakstream.producer.domain.IterationGap;
import io.soakstream.producer.domain.IterationStamp;
import io.soakstream.producer.domain.IterationTimes;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.profile.StartPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a run of events out of iterations: start, iterations, end, with the times of the iterations. */
final class SoakAssembler {
    private final ReadOptions options;

    SoakAssembler(ReadOptions options) {
        this.options = options;
    }

    RecordedSoak assemble(IterationBatch batch, RunStart start, SourceKind kind) {
        List<Rejection> rejections = Stream.concat(start.rejections().stream(), batch.rejections().stream())
                .toList();
        if (batch.iterations().isEmpty()) {
            return new RecordedSoak(
                    options.name(), List.of(), rejections, List.of(), false, kind, Optional.empty(), List.of());
        }
        IterationTimes times = IterationTimes.resolve(stamps(batch), options.period());
        return new RecordedSoak(
                options.name(),
                events(batch.iterations(), start.declared(), times),
                rejections,
                gaps(batch),
                times.synthesised(),
                kind,
                Optional.empty(),
                notes(batch, start.declared()));
    }

    private List<String> notes(IterationBatch batch, StartPlan.Start start) {
        List<String> notes = new ArrayList<>(start.notes());
        notes.addAll(batch.notes());
        if (!options.startPlan().isNone() && tuning(batch.iterations()) == TuningMode.RECORDED) {
            notes.add("the tuning that is recorded counts: start values and warm-up only do with --tuning own");
        }
        return notes;
    }

    private TuningMode tuning(List<ParsedIteration> iterations) {
        boolean recorded =
                iterations.stream().anyMatch(iteration -> iteration.summary().getRecordedTuning() != null);
        return options.tuning().orElse(recorded ? TuningMode.RECORDED : TuningMode.OWN);
    }

    private List<SoakEvent> events(List<ParsedIteration> iterations, StartPlan.Start start, IterationTimes times) {
        int last = iterations.size() - 1;
        List<SoakEvent> events = new ArrayList<>(iterations.size() + 2);
        SoakEvent started = event(times.epochMs().get(0));
        started.setRunStarted(runStarted(iterations, start, times));
        events.add(started);
        for (int index = 0; index <= last; index++) {
            SoakEvent iteration = event(times.epochMs().get(index));
            iteration.setIterationSummary(iterations.get(index).summary());
            events.add(iteration);
        }
        SoakEvent ended = event(times.epochMs().get(last));
        ended.setRunEnded(runEnded(iterations.get(last).summary()));
        events.add(ended);
        return events;
    }

    private RunStarted runStarted(List<ParsedIteration> iterations, StartPlan.Start start, IterationTimes times) {
        RunStarted started = new RunStarted();
        started.setPeriodMs(options.period().toMillis());
        started.setProfile(start.profile().orElse(null));
        started.setStartOverrides(start.startOverrides());
        started.setSchedule(start.schedule());
        started.setMode(RunMode.RECORDED);
        started.setAutoTune(true);
        started.setTimesSynthesised(times.synthesised());
        started.setTuning(tuning(iterations));
        return started;
    }

    private static RunEnded runEnded(IterationSummary last) {
        return new RunEnded(RunEnd.COMPLETED, last.getOverridesHash(), null, null);
    }

    private SoakEvent event(long epochMs) {
        SoakEvent event = new SoakEvent();
        event.setBot(options.name().bot());
        event.setRun(options.name().run());
        event.setEventTimeMs(epochMs);
        return event;
    }

    private static List<IterationStamp> stamps(IterationBatch batch) {
        return batch.iterations().stream()
                .map(iteration -> new IterationStamp(iteration.iteration(), iteration.epochMs()))
                .toList();
    }

    private static List<IterationGap> gaps(IterationBatch batch) {
        return IterationGap.between(batch.iterations().stream()
                .map(ParsedIteration::iteration)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
