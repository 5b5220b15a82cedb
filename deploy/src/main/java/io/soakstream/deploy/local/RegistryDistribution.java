package io.soakstream.deploy.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Finds the registry's unpacked distribution, which the build puts at {@code deploy/target/registry}. */
final class RegistryDistribution {
    /** Directory of the distribution; overrides every other place. */
    static final String HOME_PROPERTY = "soak.registry.home";
    /** Directory of the checkout, set by the launcher. */
    static final String SOAK_HOME_PROPERTY = "soak.home";

    private static final String RUNNER = "apicurio-registry-app-*-runner.jar";

    private RegistryDistribution() {}

    /**
     * The jar to run; its manifest names all others.
     *
     * @throws LocalStartException it is nowhere; the message says where it was looked for and what to run
     */
    static Path runner() {
        List<Path> places = places();
        for (Path place : places) {
            Path runner = runnerIn(place);
            if (runner != null) {
                return runner;
            }
        }
        throw new LocalStartException("the schema registry is not in " + places
                + ": run \"mvn -DskipTests package\" in the checkout, or name its directory with -D" + HOME_PROPERTY);
    }

    private static List<Path> places() {
        String named = System.getProperty(HOME_PROPERTY);
        if (named != null) {
            return List.of(Path.of(named));
        }
        List<Path> places = new ArrayList<>();
        String home = System.getProperty(SOAK_HOME_PROPERTY);
        if (home != null) {
            places.add(Path.of(home, "deploy", "target", "registry").normalize());
        }
        // Our classes are target/classes, target/deploy-<version>.jar or target/lib/deploy-<version>.jar.
        Path target = ownLocation().getParent();
        places.add(target.resolveSibling("registry"));
        places.add(target.resolve("registry"));
        return places;
    }

    private static Path ownLocation() {
        try {
            return Path.of(RegistryDistribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class path entry is not a URI", impossible);
        }
    }

    private static Path runnerIn(Path place) {
        if (!Files.isDirectory(place)) {
            return null;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(place, RUNNER)) {
            Iterator<Path> found = jars.iterator();
            return found.hasNext() ? found.next().toAbsolutePath() : null;
        } catch (IOException unreadable) {
            throw new LocalStartException("cannot look into " + place + ": " + unreadable, unreadable);
        }
    }
}
