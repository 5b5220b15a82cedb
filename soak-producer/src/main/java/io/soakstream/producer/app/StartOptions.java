package io.soakstream.producer.app;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.InvalidProfileException;
import io.soakstream.schemas.profile.StartPlan;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags that say what a run begins with. */
public final class StartOptions {
    @Option(
            names = {"--profile", "--start-set"},
            paramLabel = "NAME|FILE",
            description = "Start values: best_cell, default_overrides, reckless, steady_safe or a file (default: of"
                    + " iteration files runtime_overrides.start.json beside them, else the catalogue's; of a simulated"
                    + " run reckless).")
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

    /** @throws ParameterException a file that is named cannot be used */
    public StartPlan plan(CommandLine command) {
        return plan(command, profile);
    }

    /**
     * The same with a profile where none is named.
     *
     * @throws ParameterException a file that is named cannot be used
     */
    public StartPlan planFrom(CommandLine command, String otherwise) {
        return plan(command, profile.or(() -> Optional.of(otherwise)));
    }

    private StartPlan plan(CommandLine command, Optional<String> from) {
        try {
            return StartPlan.read(ParameterCatalogue.standard(), from, preset, warmup);
        } catch (InvalidProfileException invalid) {
            throw new ParameterException(command, invalid.getMessage(), invalid);
        }
    }
}
