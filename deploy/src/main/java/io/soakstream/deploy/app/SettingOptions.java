package io.soakstream.deploy.app;

import io.soakstream.schemas.runtime.LayeredSettings;
import io.soakstream.schemas.runtime.SettingSources;
import io.soakstream.schemas.runtime.SettingSources.Assignment;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The flags of every command that goes by settings. */
final class SettingOptions {
    private static final String SET = "--set";
    private static final String FILE_VARIABLE = "SOAK_CONFIG";

    /** The name that the bot's operators know; a flag alone goes over it. */
    private static final SettingSources.Switch AUTO_TUNE_OFF =
            new SettingSources.Switch("MM_DISABLE_AUTO_TUNE", "1", TunerConfig.ROOT + ".auto_tune", "false");

    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file of settings (or " + FILE_VARIABLE + "); docs/configuration.md lists them.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = SET,
            paramLabel = "KEY=VALUE",
            description = "A setting, such as tuner.window_length=12, over file and environment. May be repeated.")
    private List<String> assignments = new ArrayList<>();

    SettingOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The layers that the flags name.
     *
     * @param more what other flags of the command set; it goes over {@code --set}
     */
    LayeredSettings settings(List<Assignment> more) {
        Optional<Path> config = file.or(
                () -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of));
        List<Assignment> all = Stream.concat(given().stream(), more.stream()).toList();
        return new LayeredSettings(
                new SettingSources(config, environment, List.of(AUTO_TUNE_OFF), all),
                SettingGroups.DEFAULTS.keySet(),
                SettingGroups.OTHERS);
    }

    /** What {@code --set} says, in order. */
    List<Assignment> given() {
        return assignments.stream().map(text -> Assignment.parse(SET, text)).toList();
    }
}
