package io.soakstream.deploy.app;

import io.soakstream.notifier.config.NotifierConfig;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** Reads a notifier's configuration as {@code soak start} does. */
public final class NotifierConfigs {
    private NotifierConfigs() {}

    public static NotifierConfig read(Path file) {
        SettingOptions settings = new SettingOptions(Map.of());
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("settings", CommandLine.Model.CommandSpec.forAnnotatedObject(settings)))
                .parseArgs("--config", file.toString());
        return NotifierOptions.config(settings, Map.of());
    }
}
