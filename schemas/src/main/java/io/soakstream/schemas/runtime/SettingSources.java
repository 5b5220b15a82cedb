package io.soakstream.schemas.runtime;

import io.soakstream.schemas.setting.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may say otherwise than the defaults; the later ones win.
 *
 * @param file YAML file of settings, a map for each root
 * @param environment variables of the process, of which only those of settings are read
 * @param switches variables of other programs that mean a setting
 * @param assignments what flags say, in order
 */
public record SettingSources(
        Optional<Path> file, Map<String, String> environment, List<Switch> switches, List<Assignment> assignments) {

    public SettingSources {
        environment = Map.copyOf(environment);
        switches = List.copyOf(switches);
        assignments = List.copyOf(assignments);
    }

    /** Without the environment: there may be secrets in it. */
    @Override
    public String toString() {
        return "SettingSources[file=" + file + ", switches=" + switches + ", assignments=" + assignments + "]";
    }

    /**
     * A variable with a name of its own; it goes over the setting's own variable.
     *
     * @param variable its name
     * @param value which of its values means the setting
     * @param path setting that it means
     * @param text value of the setting
     */
    public record Switch(String variable, String value, String path, String text) {
        private static final String OFF = "0";

        /**
         * Whether it means the setting; unset, empty and 0 mean nothing.
         *
         * @throws InvalidSettingException it has any other value: a switch that is mistyped must not pass for off
         */
        boolean isOn(Map<String, String> environment) {
            String given = environment.getOrDefault(variable, "");
            if (given.isEmpty() || given.equals(OFF)) {
                return false;
            }
            if (!given.equals(value)) {
                throw new InvalidSettingException(variable, "\"" + given + "\" is neither " + value + " nor " + OFF);
            }
            return true;
        }
    }

    /**
     * A setting that was given by a flag.
     *
     * @param path keys from the root, joined by points
     * @param text value as it was typed
     * @param flag name of the flag
     */
    public record Assignment(String path, String text, String flag) {
        /**
         * Takes {@code tuner.window_length=12} apart.
         *
         * @throws InvalidSettingException there is no key or no sign; the message begins with the flag
         */
        public static Assignment parse(String flag, String keyAndValue) {
            int sign = keyAndValue.indexOf('=');
            if (sign < 1) {
                throw new InvalidSettingException(flag, "\"" + keyAndValue + "\" is not KEY=VALUE");
            }
            return new Assignment(keyAndValue.substring(0, sign), keyAndValue.substring(sign + 1), flag);
        }

        /** First part of the path. */
        String root() {
            return path.split("\\.", 2)[0];
        }
    }
}
