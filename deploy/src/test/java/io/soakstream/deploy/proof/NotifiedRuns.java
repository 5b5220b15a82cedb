package io.soakstream.deploy.proof;

import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Verdicts of live runs whose level moves now and then, by a seed. */
final class NotifiedRuns {
    private static final long START_MS = 1_760_000_000_000L;
    private static final long PERIOD_MS = 3_600_000;
    private static final double MOVES = 0.2;
    private static final List<VerdictLevel> LEVELS =
            List.of(VerdictLevel.PASS, VerdictLevel.WARN, VerdictLevel.FAIL, VerdictLevel.INCONCLUSIVE);

    private NotifiedRuns() {}

    static String run(int number) {
        return "run" + number;
    }

    /** The verdicts of one run, the last of which ends it. */
    static List<Verdict> verdicts(int number, int count, long seed) {
        Random random = new Random(seed * 1_000 + number);
        List<Verdict> verdicts = new ArrayList<>();
        VerdictLevel level = VerdictLevel.INCONCLUSIVE;
        for (int iteration = 1; iteration <= count; iteration++) {
            if (random.nextDouble() < MOVES) {
                level = LEVELS.get(random.nextInt(LEVELS.size()));
            }
            verdicts.add(verdict(run(number), iteration, level, iteration == count));
        }
        return verdicts;
    }

    static Verdict verdict(String run, int iteration, VerdictLevel level, boolean last) {
        boolean failing = level == VerdictLevel.FAIL;
        return Verdict.newBuilder()
                .setId(run + "-" + iteration)
                .setBot("chaos")
                .setRun(run)
                .setPolicy("release")
                .setPolicyVersion("1")
                .setSequence(iteration)
                .setIteration(iteration)
                .setEventTimeMs(START_MS + iteration * PERIOD_MS)
                .setMode(RunMode.LIVE)
                .setTuning(TuningMode.OWN)
                .setVerdict(level)
                .setResults(List.of(KpiResult.newBuilder()
                        .setGoal("latency")
                        .setKpi("p95_latency_ms")
                        .setStatistic("max")
                        .setComparator("<=")
                        .setThreshold(340)
                        .setValue(failing ? 412.5 : 305.0)
                        .setMargin(failing ? -72.5 : 35.0)
                        .setSamples(8)
                        .setStatus(failing ? KpiStatus.FAILED : KpiStatus.OK)
                        .build()))
                .setReasons(List.of(failing ? "missed:p95_latency_ms:max:412.5:<=:340" : "all_goals_met"))
                .setIterationsTotal(iteration)
                .setVerification(Verification.CONFIRMED)
                .setLast(last)
                .build();
    }
}
