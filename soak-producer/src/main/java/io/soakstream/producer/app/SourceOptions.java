package io.soakstream.producer.app;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags of every command that reads a soak: what is declared about it. */
public final class SourceOptions {
    /** A week. */
    private static final long MAX_PERIOD_SECONDS = 7 * 24 * 3600;

    @Option(
            names = "--risk-unit",
            paramLabel = "UNIT",
            converter = RiskUnitConverter.class,
            defaultValue = "ratio",
            description = "Unit of risk and block ratios in iteration files: ratio (0..1) or percent (0..100)"
                    + " (default: ${DEFAULT-VALUE}).")
    private RiskUnit riskUnit;

    @Option(
            names = "--period-seconds",
            paramLabel = "N",
            defaultValue = "300",
            description = "Time between iterations where the files have no usable times (default: ${DEFAULT-VALUE}).")
    private long periodSeconds;

    @Option(
            names = "--tuning",
            paramLabel = "WHOSE",
            converter = TuningModeConverter.class,
            description = "Whose tuning counts: own or recorded (default: what a recording declares, else recorded if"
                    + " the files have it, else own).")
    private Optional<TuningMode> tuning = Optional.empty();

    @Mixin
    private StartOptions start;

    /** @throws ParameterException a value is out of range, or a file that is named cannot be used */
    public ReadOptions readOptions(CommandLine command) {
        return ReadOptions.defaults()
                .withRiskUnit(riskUnit)
                .withPeriod(period(command))
                .withTuning(tuning)
                .withStartValues(new CatalogueStartValues())
                .withStartPlan(start.plan(command));
    }

    /** @throws ParameterException it is out of range */
    public Duration period(CommandLine command) {
        if (periodSeconds < 1 || periodSeconds > MAX_PERIOD_SECONDS) {
            throw new ParameterException(
                    command, "--period-seconds must be from 1 to " + MAX_PERIOD_SECONDS + ": " + periodSeconds);
        }
        return Duration.ofSeconds(periodSeconds);
    }

    /** What a simulated run begins with, by the same flags. */
    public StartPlan startPlan(CommandLine command, String otherwise) {
        return start.planFrom(command, otherwise);
    }
}
