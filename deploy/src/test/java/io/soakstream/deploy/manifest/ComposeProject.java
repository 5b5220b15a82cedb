package io.soakstream.deploy.manifest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Compose project that ships. */
final class ComposeProject {
    static final Path DIRECTORY = Path.of("compose");
    static final Path FILE = DIRECTORY.resolve("compose.yaml");
    private static final String OUR_IMAGE = "${SOAK_IMAGE:";

    private final Tree root = Tree.read(FILE);

    Tree root() {
        return root;
    }

    /** All services, by name. */
    Map<String, Tree> services() {
        return root.map("services").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Tree(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Those that run our image. */
    Map<String, Tree> apps() {
        Map<String, Tree> apps = services();
        apps.values().removeIf(service -> !service.text("image").startsWith(OUR_IMAGE));
        return apps;
    }

    /** The value of a flag of an app's command line; empty: it has none. */
    static String flag(Tree app, String name) {
        return app.texts("command").stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Files of this directory that a service mounts, as they are named. */
    static List<String> mounts(Tree service) {
        return service.texts("volumes").stream()
                .filter(volume -> volume.startsWith("."))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .toList();
    }
}
