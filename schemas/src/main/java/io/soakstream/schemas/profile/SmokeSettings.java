package io.soakstream.schemas.profile;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;

/**
 * A short run that is always the same one.
 *
 * @param iterations how many (count); its report holds exactly so many
 * @param seed of everything that is drawn
 * @param policy name of the policy that judges it
 * @param startOverrides complete start values
 */
public record SmokeSettings(String name, int iterations, int seed, String policy, Overrides startOverrides) {
    private static final int MAX_ITERATIONS = 1000;

    /**
     * The settings that ship with the project ({@code smoke}), or those of a file.
     *
     * @throws InvalidProfileException a key is wrong
     */
    public static SmokeSettings read(String nameOrPath, ParameterCatalogue catalogue) {
        ProfileDocument file = ProfileSource.SMOKE
                .open(nameOrPath)
                .withOnly("name", "version", "iterations", "seed", "policy", "start_overrides");
        file.text("version");
        return new SmokeSettings(
                file.text("name"),
                file.count("iterations", 1, MAX_ITERATIONS),
                file.count("seed", 0, 999_999_999),
                file.text("policy"),
                file.overrides("start_overrides", catalogue));
    }
}
