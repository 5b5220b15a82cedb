package io.soakstream.gate.config;

import io.soakstream.gate.domain.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads policies: the ones that ship with the project by name, others from a file. */
public final class PolicyReader {
    /** Policies that ship with the project. */
    public static final List<String> BUILT_IN = List.of("release", "snapshot", "soak-72h", "smoke");

    private PolicyReader() {}

    /**
     * A policy by its name, or else by the path of its file.
     *
     * @throws InvalidPolicyException there is no such policy, or its file is wrong; the message names file, line and key
     */
    public static Policy read(String nameOrPath) {
        if (BUILT_IN.contains(nameOrPath)) {
            return builtIn(nameOrPath);
        }
        if (!isFile(nameOrPath)) {
            throw new InvalidPolicyException(
                    nameOrPath + ": neither a policy (" + String.join(", ", BUILT_IN) + ") nor a file");
        }
        try (InputStream yaml = Files.newInputStream(Path.of(nameOrPath))) {
            Policy policy = PolicyParser.parse(YamlBlock.read(nameOrPath, yaml));
            requireItsOwnName(nameOrPath, policy);
            return policy;
        } catch (IOException unreadable) {
            throw new InvalidPolicyException(nameOrPath + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A verdict names its policy: nobody should take a laxer one for that of the project. */
    private static void requireItsOwnName(String path, Policy policy) {
        if (BUILT_IN.contains(policy.name()) && !policy.equals(builtIn(policy.name()))) {
            throw new InvalidPolicyException(path + ": name: " + policy.name()
                    + " ships with the project and is another policy; yours needs a name of its own");
        }
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static Policy builtIn(String name) {
        try (InputStream yaml =
                PolicyReader.class.getResourceAsStream("/io/soakstream/gate/policies/" + name + ".yaml")) {
            return PolicyParser.parse(YamlBlock.read(name, yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("built-in policy " + name, unreadable);
        }
    }
}
