package io.soakstream.schemas.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one kind of file comes from: those that ship with the project by name, others by path.
 *
 * @param kind what a person calls it
 * @param folder folder of the ones that ship, beside this class
 * @param names names of the ones that ship
 */
record ProfileSource(String kind, String folder, List<String> names) {
    static final ProfileSource PROFILES = new ProfileSource(
            "profile", "profiles", List.of("best_cell", "default_overrides", "reckless", "steady_safe"));
    static final ProfileSource PRESETS =
            new ProfileSource("preset", "presets", List.of("maker_bias_uplift_v1", "warmup_conservative_v1"));
    static final ProfileSource WARMUPS =
            new ProfileSource("warm-up plan", "warmups", List.of("warmup_conservative_v1"));
    static final ProfileSource SMOKE = new ProfileSource("smoke file", ".", List.of("smoke"));

    /** @throws InvalidProfileException there is none of that name, or the file cannot be read */
    ProfileDocument open(String nameOrPath) {
        if (names.contains(nameOrPath)) {
            return shipped(nameOrPath);
        }
        Path file = Path.of(nameOrPath);
        if (!Files.isRegularFile(file)) {
            throw new InvalidProfileException(
                    nameOrPath + ": neither a " + kind + " (" + String.join(", ", names) + ") nor a file");
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return ProfileDocument.read(nameOrPath, yaml);
        } catch (IOException unreadable) {
            throw new InvalidProfileException(nameOrPath + ": cannot be read", unreadable);
        }
    }

    /** @throws InvalidProfileException there is none of that name among those that ship */
    void requireShipped(String name) {
        if (!names.contains(name)) {
            throw new InvalidProfileException(name + ": no such " + kind + " (" + String.join(", ", names) + ")");
        }
    }

    /** A name as it is; a path as seen from the file that names it. */
    String beside(String namingFile, String nameOrPath) {
        return names.contains(nameOrPath)
                ? nameOrPath
                : Path.of(namingFile).resolveSibling(nameOrPath).toString();
    }

    private ProfileDocument shipped(String name) {
        String resource = folder.equals(".") ? name + ".yaml" : folder + "/" + name + ".yaml";
        try (InputStream yaml = ProfileSource.class.getResourceAsStream(resource)) {
            return ProfileDocument.read(name, yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("built-in " + kind + " " + name, unreadable);
        }
    }
}
