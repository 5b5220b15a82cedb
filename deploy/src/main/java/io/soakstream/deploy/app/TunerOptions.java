package io.soakstream.deploy.app;

import io.soakstream.schemas.runtime.SettingSources.Assignment;
import io.soakstream.schemas.setting.InvalidSettingException;
import io.soakstream.tuner.config.TunerConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what a tuner decides by. */
final class TunerOptions {
    private static final String LAST_N = "--last-n";
    private static final String WINDOW_LENGTH = TunerConfig.ROOT + ".window_length";

    @Mixin
    private final SettingOptions settings;

    @Option(
            names = LAST_N,
            paramLabel = "N",
            description = "Iterations in the tuner's window: the same as --set tuner.window_length=N.")
    private Optional<String> windowLength = Optional.empty();

    TunerOptions(Map<String, String> environment) {
        settings = new SettingOptions(environment);
    }

    /** What the file holds under a root that another reader understands; empty: nothing. */
    Optional<Object> other(String root) {
        return settings.settings(List.of()).other(root);
    }

    /**
     * The configuration that holds.
     *
     * @param defaults what holds where neither a file nor the environment nor a flag says otherwise
     * @throws InvalidSettingException one of them is wrong
     */
    TunerConfig over(TunerConfig defaults) {
        boolean twice = windowLength.isPresent()
                && settings.given().stream().anyMatch(given -> given.path().equals(WINDOW_LENGTH));
        if (twice) {
            throw new InvalidSettingException(LAST_N, "--set gives " + WINDOW_LENGTH + " too");
        }
        List<Assignment> flag = windowLength.stream()
                .map(text -> new Assignment(WINDOW_LENGTH, text, LAST_N))
                .toList();
        return settings.settings(flag).resolve(TunerConfig.ROOT, defaults).settings();
    }
}
