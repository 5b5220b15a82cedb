package io.soakstream.producer.source;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * What is declared about a soak that is read.
 *
 * @param name run key that iteration files, which carry none, are given; a recording keeps its own
 * @param riskUnit unit of the risk and block ratios in iteration files
 * @param period time between iterations, for files without usable times
 * @param tuning whose tuning counts; empty: the recorded one where there is one
 * @param startValues what the parameter catalogue says about start values
 * @param startPlan what iteration files are to begin with; a recording has its own start
 */
public record ReadOptions(
        RunKey name,
        RiskUnit riskUnit,
        Duration period,
        Optional<TuningMode> tuning,
        StartValueRule startValues,
        StartPlan startPlan) {
    public static final Duration DEFAULT_PERIOD = Duration.ofMinutes(5);
    /** Name of a bot whose files do not say who wrote them. */
    public static final String DEFAULT_BOT = "bot";

    public ReadOptions {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period must be above zero: " + period);
        }
    }

    public static ReadOptions defaults() {
        return new ReadOptions(
                new RunKey(DEFAULT_BOT, "recorded"),
                RiskUnit.RATIO,
                DEFAULT_PERIOD,
                Optional.empty(),
                StartValueRule.lenient(),
                StartPlan.none());
    }

    public ReadOptions withName(RunKey other) {
        return new ReadOptions(other, riskUnit, period, tuning, startValues, startPlan);
    }

    public ReadOptions withRiskUnit(RiskUnit other) {
        return new ReadOptions(name, other, period, tuning, startValues, startPlan);
    }

    public ReadOptions withPeriod(Duration other) {
        return new ReadOptions(name, riskUnit, other, tuning, startValues, startPlan);
    }

    public ReadOptions withTuning(Optional<TuningMode> other) {
        return new ReadOptions(name, riskUnit, period, other, startValues, startPlan);
    }

    public ReadOptions withStartValues(StartValueRule other) {
        return new ReadOptions(name, riskUnit, period, tuning, other, startPlan);
    }

    public ReadOptions withStartPlan(StartPlan other) {
        return new ReadOptions(name, riskUnit, period, tuning, startValues, other);
    }
}
