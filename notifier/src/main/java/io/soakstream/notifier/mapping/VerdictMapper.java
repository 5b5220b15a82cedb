package io.soakstream.notifier.mapping;

import io.soakstream.notifier.domain.Figure;
import io.soakstream.notifier.domain.GuardCount;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.LineFigures;
import io.soakstream.notifier.domain.VerdictFacts;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** From a verdict to what is told of it. */
public final class VerdictMapper {
    private static final Set<String> COUNTED = Set.of("oscillation", "velocity", "cooldown");
    private static final String STALLED = "stalled";
    private static final String MISSED = "missed";

    private final Wording wording;
    private final Predicate<Verdict> tellable;

    /**
     * @param sentences from a reason code to a sentence
     * @param simulated people are told of simulated runs too
     */
    public VerdictMapper(UnaryOperator<String> sentences, boolean simulated) {
        this(sentences, verdict -> isTellable(verdict, simulated));
    }

    private VerdictMapper(UnaryOperator<String> sentences, Predicate<Verdict> tellable) {
        this.wording = new Wording(sentences);
        this.tellable = tellable;
    }

    /** For showing alone what would be told of a run, whatever run it is. */
    public static VerdictMapper ofAnyRun(UnaryOperator<String> sentences) {
        return new VerdictMapper(sentences, verdict -> true);
    }

    /** Empty: a level of a newer gate, of which nothing can be told. */
    public Optional<VerdictFacts> toDomain(Verdict verdict) {
        return level(verdict).map(level -> facts(verdict, level));
    }

    private VerdictFacts facts(Verdict verdict, Level level) {
        return new VerdictFacts(
                verdict.getId(),
                verdict.getBot(),
                verdict.getRun(),
                tellable.test(verdict),
                Wording.text(verdict.getPolicy()),
                verdict.getIteration(),
                verdict.getEventTimeMs(),
                level,
                verdict.getFreezeReady(),
                wording.reasons(verdict.getMissing()),
                wording.reasons(verdict.getReasons().stream()
                        // The figures say it with value and limit.
                        .filter(reason -> !isCode(reason, MISSED))
                        .toList()),
                verdict.getReasons().stream().anyMatch(reason -> isCode(reason, STALLED)),
                verdict.getResults().stream()
                        .map(result -> figure(result, verdict))
                        .toList(),
                verdict.getGuards().stream()
                        .filter(guard -> guard.getCount() > 0)
                        .map(guard -> new GuardCount(guard.getGuard(), guard.getCount()))
                        .toList(),
                line(verdict),
                last(verdict.getAppliedIterations()),
                verdict.getVerification().name().toLowerCase(Locale.ROOT),
                verdict.getIterationsTotal(),
                verdict.getLast());
    }

    /** A recording or replay never is. */
    private static boolean isTellable(Verdict verdict, boolean simulated) {
        boolean own = verdict.getOrigin() == null;
        return own && (verdict.getMode() == RunMode.LIVE || simulated && verdict.getMode() == RunMode.SIMULATED);
    }

    private static Optional<Level> level(Verdict verdict) {
        return switch (verdict.getVerdict()) {
            case PASS -> Optional.of(Level.PASS);
            case WARN -> Optional.of(Level.WARN);
            case FAIL -> Optional.of(Level.FAIL);
            case INCONCLUSIVE -> Optional.of(Level.INCONCLUSIVE);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static boolean isCode(String reason, String code) {
        return reason.split(":", 2)[0].equals(code);
    }

    private static Figure figure(KpiResult result, Verdict verdict) {
        return new Figure(
                result.getKpi(),
                result.getStatistic(),
                result.getComparator(),
                result.getThreshold(),
                Optional.ofNullable(result.getValue()),
                Optional.ofNullable(result.getMargin()),
                statistics(verdict, result.getKpi())
                        .map(KpiStatistics::getTrend)
                        .filter(trend -> trend != Trend.UNKNOWN)
                        .map(trend -> trend.name().toLowerCase(Locale.ROOT))
                        .findFirst(),
                result.getStatus() == KpiStatus.FAILED);
    }

    private static LineFigures line(Verdict verdict) {
        return new LineFigures(
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
        return statistics(verdict, kpi)
                .map(KpiStatistics::getMean)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<KpiStatistics> statistics(Verdict verdict, String kpi) {
        return Optional.ofNullable(verdict.getWindow()).stream()
                .flatMap(window -> window.getStatistics().stream())
                .filter(statistics -> statistics.getKpi().equals(kpi));
    }

    private static Optional<Integer> last(List<Integer> iterations) {
        return iterations.isEmpty() ? Optional.empty() : Optional.of(iterations.get(iterations.size() - 1));
    }
}
