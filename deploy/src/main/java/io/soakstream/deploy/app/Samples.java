package io.soakstream.deploy.app;

import java.nio.file.Path;

/** The recorded soaks that ship with the project. */
final class Samples {
    private Samples() {}

    /** Directory of a sample; the launcher says where the project is. */
    static Path directory(String name) {
        return Path.of(System.getProperty("soak.home", "."))
                .resolve("deploy/samples")
                .resolve(name);
    }
}
