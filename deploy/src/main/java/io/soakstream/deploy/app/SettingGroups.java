package io.soakstream.deploy.app;

import io.soakstream.tuner.config.TunerConfig;
import java.util.Map;
import java.util.Set;

/** The groups of settings that a configuration file may hold. */
final class SettingGroups {
    /** Those that can be set, by root, with their defaults. */
    static final Map<String, Record> DEFAULTS = Map.of(TunerConfig.ROOT, TunerConfig.defaults());

    /** Those that other readers of the same file may need. */
    static final Set<String> OTHERS = Set.of("gate", "notifier");

    private SettingGroups() {}
}
