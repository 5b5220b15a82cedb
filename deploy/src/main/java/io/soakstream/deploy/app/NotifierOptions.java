package io.soakstream.deploy.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.config.NotifierConfigParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a configuration file says of the notifier. */
final class NotifierOptions {
    private NotifierOptions() {}

    /**
     * The configuration that holds.
     *
     * @param environment variables that secrets are taken from
     * @throws io.soakstream.schemas.setting.InvalidSettingException it is wrong
     */
    static NotifierConfig config(SettingOptions settings, Map<String, String> environment) {
        return config(settings.settings(List.of()).other(NotifierConfig.ROOT), environment);
    }

    /** The same, of what stands under its root; nothing does: every change is a line. */
    static NotifierConfig config(Optional<Object> tree, Map<String, String> environment) {
        return tree.map(new NotifierConfigParser(environment)::parse).orElseGet(NotifierConfig::defaults);
    }
}
