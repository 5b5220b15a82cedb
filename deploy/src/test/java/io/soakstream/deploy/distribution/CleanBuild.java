package io.soakstream.deploy.distribution;

import io.soakstream.schemas.canonical.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A build of what is committed, in a clone of its own. */
record CleanBuild(Path checkout) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** Builds everything that is handed out of what is committed now. */
    static CleanBuild of(Path place, Path base) throws IOException, InterruptedException {
        return of(REPOSITORY, place, base);
    }

    /** Builds the same commit once more, whatever has been committed since. */
    CleanBuild again(Path place, Path base) throws IOException, InterruptedException {
        return of(checkout, place, base);
    }

    private static CleanBuild of(Path origin, Path place, Path base) throws IOException, InterruptedException {
        require(Archive.run(origin, Map.of(), List.of("git", "clone", "-q", "--no-hardlinks", ".", place.toString())));
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-Pimage", "-DskipTests"));
        command.addAll(List.of("-Dimage.base=tar://" + base, "-Dspotless.check.skip", "-Djacoco.skip", "package"));
        require(Archive.run(place, Map.of(), command));
        return new CleanBuild(place);
    }

    /** SHA-256 of every jar, archive, image and list that was built, by its path. */
    SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(checkout)) {
            for (Path file : files.filter(CleanBuild::isHandedOut).toList()) {
                hashes.put(checkout.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    Path target() {
        return checkout.resolve("deploy/target");
    }

    private static boolean isHandedOut(Path file) {
        String name = file.getFileName().toString();
        boolean built = file.getParent().endsWith("target") || file.getParent().endsWith("licences");
        return built
                && Stream.of(".jar", ".tar.gz", ".tar", ".digest", "sbom.cdx.json", "THIRD-PARTY.txt")
                        .anyMatch(name::endsWith);
    }

    private static void require(Archive.Ended ended) throws IOException {
        if (ended.exitCode() != 0) {
            throw new IOException(ended.printed());
        }
    }
}
