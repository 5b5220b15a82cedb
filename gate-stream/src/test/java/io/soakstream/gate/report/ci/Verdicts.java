package io.soakstream.gate.report.ci;

import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;

/** Verdicts to be rendered. */
public final class Verdicts {
    static {
        // Avro's builders refuse our record classes until a first serde has declared them.
        new AvroSerdes(new InMemorySchemaRegistry()).of(Verdict.class).close();
    }

    private Verdicts() {}

    public static Verdict.Builder of(VerdictLevel level, String... reasons) {
        return Verdict.newBuilder()
                .setBot("mm")
                .setRun("nightly")
                .setPolicy("release")
                .setPolicyVersion("1")
                .setSequence(8)
                .setIteration(8)
                .setIterationsTotal(8)
                .setEventTimeMs(1_760_270_400_000L)
                .setVerdict(level)
                .setReasons(List.of(reasons))
                .setDigest("0".repeat(64));
    }

    /** A criterion of at most 10. */
    public static KpiResult result(String goal, Double value, String severity, KpiStatus status) {
        return KpiResult.newBuilder()
                .setGoal(goal)
                .setKpi("risk_ratio")
                .setStatistic("median")
                .setComparator("<=")
                .setThreshold(10)
                .setValue(value)
                .setMargin(value == null ? null : 10 - value)
                .setSamples(value == null ? 0 : 8)
                .setSeverity(severity)
                .setStatus(status)
                .build();
    }
}
