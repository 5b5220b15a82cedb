package io.soakstream.notifier.config;

import io.soakstream.notifier.secret.Secret;
import io.soakstream.schemas.setting.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where secrets come from: a variable or a file, never the configuration itself. */
final class SecretSource {
    private static final long MAX_BYTES = 4096;

    private final Map<String, String> environment;

    SecretSource(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The secret that {@code <name>_env} or {@code <name>_file} leads to; empty: neither is there.
     *
     * @throws InvalidSettingException it leads to none
     */
    Optional<Secret> find(ConfigBlock block, String name) {
        String variableKey = name + "_env";
        String fileKey = name + "_file";
        if (block.has(name)) {
            throw block.invalid(
                    name, "a secret does not stand in the configuration: use " + variableKey + " or " + fileKey);
        }
        if (block.has(variableKey) && block.has(fileKey)) {
            throw block.invalid(fileKey, "either this or " + variableKey);
        }
        return block.optionalText(variableKey)
                .map(variable -> secret(block, variableKey, variable(block, variableKey, variable)))
                .or(() ->
                        block.optionalText(fileKey).map(file -> secret(block, fileKey, content(block, fileKey, file))));
    }

    /** @throws InvalidSettingException there is none */
    Secret require(ConfigBlock block, String name) {
        return find(block, name).orElseThrow(() -> block.invalid(name + "_env", "missing (or " + name + "_file)"));
    }

    private String variable(ConfigBlock block, String key, String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> block.invalid(key, "the variable " + name + " is not set"));
    }

    private static String content(ConfigBlock block, String key, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_BYTES) {
                throw block.invalid(key, file + " is too large for a secret");
            }
            return Files.readString(path);
        } catch (IOException | InvalidPathException unreadable) {
            throw block.invalid(key, file + " cannot be read");
        }
    }

    private static Secret secret(ConfigBlock block, String key, String text) {
        try {
            return new Secret(text);
        } catch (IllegalArgumentException unusable) {
            throw block.invalid(key, "leads to no secret: " + unusable.getMessage());
        }
    }
}
