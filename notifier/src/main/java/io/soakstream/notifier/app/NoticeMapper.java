package io.soakstream.notifier.app;

import io.soakstream.notifier.domain.VerdictNotice;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** From the verdict on the topic to what is told of it. */
final class NoticeMapper {
    private static final Set<String> COUNTED = Set.of("oscillation", "velocity", "cooldown");

    private NoticeMapper() {}

    static VerdictNotice toDomain(Verdict verdict) {
        return new VerdictNotice(
                verdict.getBot(),
                verdict.getRun(),
                verdict.getOrigin() != null,
                verdict.getIteration(),
                verdict.getVerdict().name(),
                Optional.ofNullable(verdict.getPreviousVerdict()).map(Enum::name),
                mean(verdict, "risk_ratio"),
                mean(verdict, "maker_taker_ratio"),
                mean(verdict, "net_bps"),
                mean(verdict, "p95_latency_ms"),
                verdict.getGuards().stream()
                        .filter(guard -> COUNTED.contains(guard.getGuard()))
                        .mapToInt(GuardActivity::getCount)
                        .sum());
    }

    private static Optional<Double> mean(Verdict verdict, String kpi) {
        return Optional.ofNullable(verdict.getWindow()).stream()
                .flatMap(window -> window.getStatistics().stream())
                .filter(statistics -> statistics.getKpi().equals(kpi))
                .map(KpiStatistics::getMean)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
