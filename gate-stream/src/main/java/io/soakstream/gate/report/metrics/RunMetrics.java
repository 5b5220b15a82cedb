package io.soakstream.gate.report.metrics;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** POST_SOAK_METRICS.prom: all metrics of a run. */
public final class RunMetrics {
    private RunMetrics() {}

    /**
     * @param account of a run with at least one iteration
     * @param verdicts the last of each policy as the command sees it that ends with them; the first leads
     */
    public static String render(RunAccount account, List<Verdict> verdicts, DeltaVerification deltas) {
        Verdict leading = verdicts.get(0);
        return Stream.of(
                        WindowMetrics.of(account, verdicts),
                        DeltaMetrics.of(deltas),
                        IntegrityMetrics.of(account),
                        ShareMetrics.of(account, leading),
                        IterationMetrics.of(account, leading))
                .flatMap(List::stream)
                .filter(MetricFamily::hasSamples)
                .map(MetricFamily::text)
                .collect(Collectors.joining("\n"));
    }
}
