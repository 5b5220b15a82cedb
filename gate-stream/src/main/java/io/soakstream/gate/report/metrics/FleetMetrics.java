package io.soakstream.gate.report.metrics;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Metrics of several runs under the names that a single run's file has, each sample with the labels {@code bot} and {@code
 * run}. Single iterations are left out: their number is no bound for labels. Not for several threads.
 */
public final class FleetMetrics {
    private final Map<String, MetricFamily> families = new LinkedHashMap<>();

    /** A run of which not one iteration was judged has nothing to show. */
    public void add(String bot, String run, RunAccount account) {
        List<Verdict> verdicts = account.lasts();
        if (verdicts.isEmpty() || account.iterations().isEmpty()) {
            return;
        }
        Stream.of(
                        WindowMetrics.of(account, verdicts),
                        ThresholdMetrics.of(verdicts),
                        DeltaMetrics.of(DeltaVerification.of(account)),
                        IntegrityMetrics.of(account),
                        ShareMetrics.of(account, verdicts.get(0)))
                .flatMap(List::stream)
                .filter(MetricFamily::hasSamples)
                .forEach(family -> families.computeIfAbsent(family.name(), name -> family.empty())
                        .addAll(family, "bot", bot, "run", run));
    }

    /** A number about all runs. */
    public void gauge(String name, String help, long value, String... labels) {
        families.computeIfAbsent(name, fresh -> MetricFamily.gauge(name, help)).sample(value, labels);
    }

    /** In the text format of Prometheus. */
    public String render() {
        return families.values().stream().map(MetricFamily::text).collect(Collectors.joining());
    }
}
