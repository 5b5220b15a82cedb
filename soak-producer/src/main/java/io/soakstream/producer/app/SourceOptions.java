package io.soakstream.producer.app;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.InvalidProfileException;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
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

    @Option(
            names = {"--profile", "--start-set"},
            paramLabel = "NAME|FILE",
            description =
                    "Start values of iteration files: best_cell, default_overrides, steady_safe or a file (default:"
                            + " runtime_overrides.start.json beside them, else the catalogue's).")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            description = "Changes the start values once: maker_bias_uplift_v1, warmup_conservative_v1 or a file.")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--warmup",
            paramLabel = "NAME|FILE",
            description = "Comes to the start values step by step: warmup_conservative_v1 or a file.")
    private Optional<String> warmup = Optional.empty();

    /** @throws ParameterException a value is out of range, or a file that is named cannot be used */
    public ReadOptions readOptions(CommandLine command) {
        if (periodSeconds < 1 || periodSeconds > MAX_PERIOD_SECONDS) {
            throw new ParameterException(
                    command, "--period-seconds must be from 1 to " + MAX_PERIOD_SECONDS + ": " + periodSeconds);
        }
        return ReadOptions.defaults()
                .withRiskUnit(riskUnit)
                .withPeriod(Duration.ofSeconds(periodSeconds))
                .withTuning(tuning)
                .withStartValues(new CatalogueStartValues())
                .withStartPlan(startPlan(command));
    }

    private StartPlan startPlan(CommandLine command) {
        try {
            return StartPlan.read(ParameterCatalogue.standard(), profile, preset, warmup);
        } catch (InvalidProfileException invalid) {
            throw new ParameterException(command, invalid.getMessage(), invalid);
        }
    }
}
