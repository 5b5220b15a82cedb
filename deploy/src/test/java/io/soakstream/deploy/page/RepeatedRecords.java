package io.soakstream.deploy.page;

import io.soakstream.gate.account.RunRecords;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The records of a run as they would be if its iterations came again and again: many of them in a short time. */
final class RepeatedRecords {
    private final int iterations;
    private final int times;
    private final long lengthMs;

    private RepeatedRecords(int iterations, int times, long lengthMs) {
        this.iterations = iterations;
        this.times = times;
        this.lengthMs = lengthMs;
    }

    /**
     * The run so many times, beginning and ending once.
     *
     * @param iterations of the run, which are all there
     * @param lengthMs from its start to its end, in event time
     */
    static RunRecords of(RunRecords run, int iterations, int times, long lengthMs) {
        RepeatedRecords repeated = new RepeatedRecords(iterations, times, lengthMs);
        return new RunRecords(
                run.key(),
                repeated.all(
                        run.decisions(),
                        decision -> decision.getRunStarted() != null,
                        decision -> decision.getRunEnded() != null,
                        repeated::decision),
                repeated.all(run.applications(), first -> false, last -> false, repeated::application),
                repeated.all(
                        run.overrides(),
                        version -> version.getDecidedByIteration() == null,
                        last -> false,
                        repeated::overrides),
                repeated.all(run.verdicts(), first -> false, Verdict::getLast, repeated::verdict));
    }

    private <T> List<T> all(List<T> once, Predicate<T> first, Predicate<T> last, BiFunction<T, Integer, T> moved) {
        List<T> records = new ArrayList<>();
        for (int round = 0; round < times; round++) {
            for (T record : once) {
                boolean isOf = !(first.test(record) && round > 0) && !(last.test(record) && round < times - 1);
                if (isOf) {
                    records.add(moved.apply(record, round));
                }
            }
        }
        return records;
    }

    private TuningDecision decision(TuningDecision decision, int round) {
        TuningDecision moved = TuningDecision.newBuilder(decision)
                .setEventTimeMs(decision.getEventTimeMs() + round * lengthMs)
                .setSequence(decision.getSequence() + (long) round * iterations)
                .build();
        if (moved.getRunStarted() != null) {
            moved.getRunStarted().setTotalIterations(iterations * times);
        }
        if (moved.getIterationSummary() != null) {
            moved.getIterationSummary().setIteration(moved.getIterationSummary().getIteration() + round * iterations);
        }
        return moved;
    }

    private DeltaApplication application(DeltaApplication application, int round) {
        return DeltaApplication.newBuilder(application)
                .setEventTimeMs(application.getEventTimeMs() + round * lengthMs)
                .setIteration(later(application.getIteration(), round))
                .build();
    }

    private RuntimeOverrides overrides(RuntimeOverrides overrides, int round) {
        return RuntimeOverrides.newBuilder(overrides)
                .setEventTimeMs(overrides.getEventTimeMs() + round * lengthMs)
                .setDecidedByIteration(later(overrides.getDecidedByIteration(), round))
                .setVersion(overrides.getVersion() + (long) round * iterations)
                .build();
    }

    private Verdict verdict(Verdict verdict, int round) {
        return Verdict.newBuilder(verdict)
                .setEventTimeMs(verdict.getEventTimeMs() + round * lengthMs)
                .setIteration(verdict.getIteration() + round * iterations)
                .setSequence(verdict.getSequence() + (long) round * iterations)
                .build();
    }

    private Integer later(Integer iteration, int round) {
        return iteration == null ? null : iteration + round * iterations;
    }
}
