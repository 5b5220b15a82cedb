package io.soakstream.tuner.config;

import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.setting.Setting;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Who may command. */
public record ControlConfig(
        @Setting("Public keys (Ed25519, base64 of X.509) of those who may command, by key id; none: nobody may.")
        Map<String, String> publicKeys) {

    /** @throws io.soakstream.schemas.command.UnusableKeyException a key is none; the message names its id */
    public ControlConfig {
        publicKeys = Collections.unmodifiableMap(new TreeMap<>(publicKeys));
        new CommandVerifier(publicKeys);
    }

    public static ControlConfig nobody() {
        return new ControlConfig(Map.of());
    }
}
