package io.soakstream.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in an empty directory: no checkout, no Maven, a Java and nothing else. */
class ArchiveIT {
    /** Of a library with several to choose from one has to be among them. */
    private static final Set<String> LICENCES =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "Go License", "MIT");

    private static Archive archive;

    @TempDir
    Path elsewhere;

    @BeforeAll
    static void unpack() throws Exception {
        Optional<Archive> found = Archive.find();
        Assumptions.assumeTrue(found.isPresent(), "the build has made no archive");
        archive = found.get();
    }

    @Test
    void shouldTellItsVersion() throws Exception {
        // When
        Archive.Ended ended = archive.soak(elsewhere, "--version");

        // Then
        assertThat(ended.printed().strip()).isEqualTo("soakstream " + archive.version());
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void shouldJudgeASoakFromAnyDirectory() throws Exception {
        // Given
        String soak = archive.home().resolve("deploy/samples/pass").toString();

        // When
        Archive.Ended ended = archive.soak(elsewhere, "gate", "--recording", soak);

        // Then
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        assertThat(ended.printed()).contains("verdict       PASS");
    }

    /** A broker and the registry of the archive; the recorded soak goes through both. */
    @Test
    void shouldHaveALocalClusterWithIt() throws Exception {
        // When
        Archive.Ended ended = archive.soak(elsewhere, "demo", "--sample", "pass");

        // Then
        assertThat(ended.exitCode()).as(ended.printed()).isZero();
        assertThat(ended.printed()).contains("verdict       PASS", "The offline gate gives the same digest.");
    }

    @Test
    void shouldSayThatJavaIsMissing() throws Exception {
        // Given
        Path tools = Files.createDirectory(elsewhere.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }

        // When
        Archive.Ended ended = Archive.run(
                elsewhere,
                Map.of(),
                List.of(
                        "/usr/bin/env",
                        "-i",
                        "PATH=" + tools,
                        archive.home().resolve("bin/soak").toString(),
                        "--version"));

        // Then
        assertThat(ended.exitCode()).isEqualTo(70);
        assertThat(ended.printed()).contains("no Java found");
    }

    @Test
    void shouldHoldWhatTheDocumentationNames() throws IOException {
        // When
        Set<String> entries;
        try (Stream<Path> files = Files.list(archive.home())) {
            entries = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertThat(entries)
                .containsExactlyInAnyOrder(
                        "CHANGELOG.md",
                        "README.md",
                        "THIRD-PARTY.txt",
                        "bin",
                        "deploy",
                        "docs",
                        "lib",
                        "registry",
                        "sbom.cdx.json",
                        "schemas",
                        "soak");
        assertThat(archive.home().resolve("deploy/compose/secrets")).doesNotExist();
        assertThat(archive.home().resolve("deploy/policies/rollback.yaml")).exists();
        assertThat(archive.home().resolve("schemas/0.1.0/SoakEvent.avsc")).exists();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(archive.home().resolve("bin/soak"))))
                .isEqualTo("rwxr-xr-x");
    }

    /** Every jar of the class path that is not ours is in the bill of materials and has a licence. */
    @Test
    void shouldAccountForEveryLibrary() throws IOException {
        // Given
        JsonNode bill = new ObjectMapper()
                .readTree(archive.home().resolve("sbom.cdx.json").toFile());
        String licences = Files.readString(archive.home().resolve("THIRD-PARTY.txt"));

        // When
        Set<String> libraries;
        try (Stream<Path> jars = Files.list(archive.home().resolve("lib"))) {
            libraries = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("serialNumber").isMissingNode()).isTrue();
        Set<String> billed = new TreeSet<>();
        bill.path("components").forEach(component -> {
            billed.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + ".jar");
            if (!component.path("group").asText().equals("io.soakstream")) {
                assertThat(licences)
                        .contains(component.path("group").asText() + ":"
                                + component.path("name").asText());
            }
        });
        billed.add("deploy-"
                + bill.path("metadata").path("component").path("version").asText() + ".jar");
        assertThat(billed).containsAll(libraries);
    }

    @Test
    void shouldShipNothingWhoseLicenceNobodyHasAgreedTo() throws IOException {
        // When
        List<String> libraries = Files.readAllLines(archive.home().resolve("THIRD-PARTY.txt")).stream()
                .filter(line -> line.startsWith("     ("))
                .toList();

        // Then
        assertThat(libraries).hasSizeGreaterThan(50).allMatch(library -> LICENCES.stream()
                .anyMatch(licence -> library.contains("(" + licence + ")")));
    }
}
