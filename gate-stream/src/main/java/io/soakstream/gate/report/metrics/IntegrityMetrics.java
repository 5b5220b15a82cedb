package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.counter;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.contract.ApplicationOutcome;
import java.util.List;

/** Faults of the pipeline itself that a run has shown. */
final class IntegrityMetrics {
    private IntegrityMetrics() {}

    static List<MetricFamily> of(RunAccount account) {
        long mismatches = account.iterations().stream()
                .filter(iteration -> iteration.tuning().outcome() == ApplicationOutcome.MISMATCH)
                .count();
        return List.of(counter(
                        "soak_projection_mismatches_total",
                        "Decisions of the run that the gate could not derive and did not apply")
                .sample(mismatches));
    }
}
