package io.soakstream.schemas.profile;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Named start values of a run.
 *
 * @param values complete: what the profile does not name has the catalogue's start value
 * @param targets what its author hopes for, by name; information for people, nothing is judged by it
 */
public record Profile(String name, String version, Overrides values, Map<String, BigDecimal> targets) {
    public Profile {
        targets = Map.copyOf(targets);
    }

    /**
     * A profile by its name, or else by the path of its file.
     *
     * @throws InvalidProfileException there is none, a name in it is unknown, or a value is out of its bounds
     */
    public static Profile read(String nameOrPath, ParameterCatalogue catalogue) {
        ProfileDocument file = ProfileSource.PROFILES.open(nameOrPath).withOnly("name", "version", "values", "targets");
        return new Profile(
                file.text("name"), file.text("version"), file.overrides("values", catalogue), file.decimals("targets"));
    }
}
