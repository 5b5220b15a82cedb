package io.soakstream.gate.advice;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Advice from what a run has shown. Rules are taken in the order of their urgency (risk, latency, maker share, edge,
 * guards); the first to move a parameter has it, so that no two pieces of advice pull at one value.
 */
public final class Adviser {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final BigDecimal RISK_TOO_HIGH = new BigDecimal("0.42");
    private static final BigDecimal RISK_LEAVES_ROOM = new BigDecimal("0.40");
    private static final BigDecimal SHARE_TOO_LOW = new BigDecimal("0.85");
    private static final BigDecimal SHARE_EXCELLENT = new BigDecimal("0.90");
    private static final BigDecimal LATENCY_TOO_HIGH = BigDecimal.valueOf(350);
    private static final BigDecimal LATENCY_EXCELLENT = BigDecimal.valueOf(250);
    private static final BigDecimal NET_TOO_LOW = new BigDecimal("2.7");
    /** What the rules below know how to move. */
    private static final Set<Kpi> MOVABLE =
            Set.of(Kpi.RISK_RATIO, Kpi.P95_LATENCY_MS, Kpi.MAKER_TAKER_RATIO, Kpi.NET_BPS);

    private static final int SHOWN_SCALE = 3;
    private static final int OSCILLATIONS = 1;
    private static final int CALM_VELOCITY = 3;

    private final Verdict verdict;
    private final SortedMap<String, BigDecimal> current;
    private final RunAccount account;
    private final Set<String> claimed = new HashSet<>();
    private final List<Advice> advice = new ArrayList<>();

    private Adviser(RunAccount account, Verdict verdict) {
        this.account = account;
        this.verdict = verdict;
        this.current = CurrentValues.of(account);
    }

    /** @param verdict last one of the policy that the run should meet */
    public static List<Advice> of(RunAccount account, Verdict verdict) {
        Adviser adviser = new Adviser(account, verdict);
        boolean met = verdict.getResults().stream().allMatch(result -> result.getStatus() == KpiStatus.OK);
        if (met) {
            adviser.refine();
        } else {
            adviser.mend();
        }
        return List.copyOf(adviser.advice);
    }

    /** Some goal is missed, or not known to be met. */
    private void mend() {
        mendRisk();
        mendLatency();
        mendShare();
        mendNet();
        mendGuards();
        verdict.getResults().stream()
                .filter(Adviser::isBeyondAdvice)
                .forEach(result -> advice.add(new Advice(result.getKpi(), finding(result), List.of(), remedy(result))));
    }

    private static boolean isBeyondAdvice(KpiResult result) {
        boolean movable = Kpi.byField(result.getKpi()).filter(MOVABLE::contains).isPresent();
        return result.getStatus() == KpiStatus.NODATA || (result.getStatus() == KpiStatus.FAILED && !movable);
    }

    private void mendRisk() {
        if (isMissed(Kpi.RISK_RATIO) || mean(Kpi.RISK_RATIO, above(RISK_TOO_HIGH))) {
            add(
                    "risk",
                    Kpi.RISK_RATIO,
                    List.of(Step.plus("base_spread_bps", "0.03"), Step.plus("min_interval_ms", "35")));
        }
    }

    private void mendLatency() {
        if (isMissed(Kpi.P95_LATENCY_MS) || mean(Kpi.P95_LATENCY_MS, above(LATENCY_TOO_HIGH))) {
            add(
                    "latency",
                    Kpi.P95_LATENCY_MS,
                    List.of(Step.times("concurrency_limit", "0.85"), Step.plus("tail_age_ms", "75")));
        }
    }

    private void mendShare() {
        if (isMissed(Kpi.MAKER_TAKER_RATIO) || mean(Kpi.MAKER_TAKER_RATIO, below(SHARE_TOO_LOW))) {
            add(
                    "maker share",
                    Kpi.MAKER_TAKER_RATIO,
                    List.of(Step.plus("base_spread_bps", "0.015"), Step.times("replace_rate_per_min", "0.85")));
        }
    }

    private void mendNet() {
        if (!isMissed(Kpi.NET_BPS) && !mean(Kpi.NET_BPS, below(NET_TOO_LOW))) {
            return;
        }
        if (mean(Kpi.RISK_RATIO).isEmpty()) {
            advice.add(new Advice(
                    "net edge",
                    finding(Kpi.NET_BPS),
                    List.of(),
                    List.of("Make the risk known first: it has no data, and what raises the edge raises it too.")));
        } else if (mean(Kpi.RISK_RATIO, above(RISK_LEAVES_ROOM))) {
            advice.add(new Advice(
                    "net edge",
                    finding(Kpi.NET_BPS),
                    List.of(),
                    List.of("The mean of the risk is "
                            + mean(Kpi.RISK_RATIO).map(Adviser::shown).orElseThrow()
                            + ": bring it down to 0.40 first, because what raises the edge raises the risk too.")));
        } else {
            add(
                    "net edge",
                    Kpi.NET_BPS,
                    List.of(Step.plus("base_spread_bps", "-0.01"), Step.plus("min_interval_ms", "-20")));
        }
    }

    private void mendGuards() {
        long oscillations = held("oscillation");
        long velocity = held("velocity");
        if (oscillations > OSCILLATIONS) {
            advice.add(new Advice(
                    "oscillation",
                    "The oscillation guard held in " + oscillations + " iterations of the run.",
                    List.of(),
                    List.of(
                            "Raise tuner.guards.cooldown.iterations by 1 and lower tuner.guards.velocity.max_steps by 20 %,"
                                    + " so that parameters settle before they are moved again.")));
        } else if (velocity > 0) {
            advice.add(
                    new Advice(
                            "velocity",
                            "The velocity guard held in " + velocity + " iterations of the run.",
                            List.of(),
                            List.of(
                                    "Lower tuner.guards.velocity.max_steps by 10 %, or begin with the values that the run ended with.")));
        }
    }

    /** Every goal is met: what could still be better. */
    private void refine() {
        if (mean(Kpi.MAKER_TAKER_RATIO, below(SHARE_EXCELLENT))) {
            add(
                    "maker share",
                    Kpi.MAKER_TAKER_RATIO,
                    List.of(
                            Step.plus("base_spread_bps_delta", "0.01"),
                            Step.times("replace_rate_per_min", "0.95"),
                            Step.plus("min_interval_ms", "10")),
                    "Expected: 2 to 3 points more maker share for about 0.5 bps of edge.");
        }
        if (statistic(Kpi.P95_LATENCY_MS)
                .map(KpiStatistics::getMax)
                .map(Decimals::shortest)
                .filter(above(LATENCY_EXCELLENT))
                .isPresent()) {
            add(
                    "latency",
                    Kpi.P95_LATENCY_MS,
                    List.of(Step.times("concurrency_limit", "0.95"), Step.plus("tail_age_ms", "25")),
                    "Expected: 20 to 30 ms less.");
        }
        if (held("velocity") > CALM_VELOCITY) {
            advice.add(
                    new Advice(
                            "velocity",
                            "The velocity guard held in " + held("velocity") + " iterations of the run.",
                            List.of(),
                            List.of(
                                    "Raise tuner.guards.velocity.max_steps by 10 %, or lengthen tuner.guards.velocity.window_ms.")));
        }
    }

    private void add(String subject, Kpi kpi, List<Step> steps, String... remarks) {
        List<AdvisedMove> moves = new ArrayList<>();
        List<String> said = new ArrayList<>(List.of(remarks));
        for (Step step : steps) {
            var known = CATALOGUE.get(step.parameter());
            Optional<BigDecimal> value = Optional.ofNullable(current.get(step.parameter()));
            if (!claimed.add(step.parameter())) {
                said.add("`" + known.path() + "` is moved for a more urgent reason already.");
            } else if (value.isEmpty()) {
                said.add("`" + known.path() + "`: what the bot ran with is not known.");
            } else {
                moves.add(step.from(known, value.get()));
            }
        }
        advice.add(new Advice(subject, finding(kpi), moves, said));
    }

    private String finding(Kpi kpi) {
        return verdict.getResults().stream()
                .filter(result -> result.getKpi().equals(kpi.field()))
                .findFirst()
                .map(Adviser::finding)
                .orElseGet(() -> mean(kpi)
                        .map(mean -> sentence(kpi.label(), "mean", mean))
                        .orElse(""));
    }

    private static String finding(KpiResult result) {
        String label = Kpi.byField(result.getKpi()).map(Kpi::label).orElse(result.getKpi());
        if (result.getValue() == null) {
            return "The " + label + " has no data.";
        }
        return sentence(label, result.getStatistic(), Decimals.shortest(result.getValue())) + " The goal is "
                + result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold())) + ".";
    }

    private static String sentence(String label, String statistic, BigDecimal value) {
        return String.format(Locale.ROOT, "The %s of the %s is %s.", statistic, label, shown(value));
    }

    private static String shown(BigDecimal value) {
        return Decimals.plain(Decimals.rounded(value.doubleValue(), SHOWN_SCALE));
    }

    private static List<String> remedy(KpiResult result) {
        return List.of(
                result.getValue() == null
                        ? "Have the bot report it: what is unknown is never met."
                        : "No parameter of the catalogue is known to move it.");
    }

    private boolean isMissed(Kpi kpi) {
        return verdict.getResults().stream()
                .filter(result -> result.getKpi().equals(kpi.field()) && result.getValue() != null)
                .anyMatch(result -> result.getStatus() == KpiStatus.FAILED
                        || (result.getMargin() != null && result.getMargin() < 0));
    }

    private boolean mean(Kpi kpi, Predicate<BigDecimal> condition) {
        return mean(kpi).filter(condition).isPresent();
    }

    private Optional<BigDecimal> mean(Kpi kpi) {
        return statistic(kpi).map(KpiStatistics::getMean).map(Decimals::shortest);
    }

    private Optional<KpiStatistics> statistic(Kpi kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals(kpi.field()) && entry.getSamples() > 0)
                .findFirst();
    }

    private static Predicate<BigDecimal> above(BigDecimal limit) {
        return value -> value.compareTo(limit) > 0;
    }

    private static Predicate<BigDecimal> below(BigDecimal limit) {
        return value -> value.compareTo(limit) < 0;
    }

    /** Iterations of the whole run in which a guard held (count). */
    private long held(String guard) {
        return account.iterations().stream()
                .filter(iteration -> iteration.guards().held().contains(guard))
                .count();
    }
}
