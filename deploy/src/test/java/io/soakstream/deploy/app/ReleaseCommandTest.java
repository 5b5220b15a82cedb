package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit of a release on the recorded soak whose earlier bundle is kept beside it. */
class ReleaseCommandTest {
    private static final String PASS = "src/test/resources/recorded/mock36";
    private static final String FAIL = "src/test/resources/recorded/mock8";
    private static final Path EXPECTED = Path.of("src/test/resources/recorded/release_mock36");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private Path bundle;

    @BeforeEach
    void nameABundle() {
        bundle = directory.resolve("the bundle");
    }

    private Cli.Ended make(String... more) {
        List<String> line = Stream.concat(
                        Stream.of("release", "bundle", "--recording", PASS, "--out", bundle.toString()),
                        Stream.of(more))
                .toList();
        return Cli.run(line.toArray(String[]::new));
    }

    private Cli.Ended verify() {
        return Cli.run("release", "verify", bundle.toString());
    }

    @Test
    void shouldHoldThePublishedFilesAndFigures() throws IOException {
        // When
        Cli.Ended made = make();

        // Then
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "POST_SOAK_SNAPSHOT.json",
                        "POST_SOAK_AUDIT.md",
                        "RECOMMENDATIONS.md",
                        "FAILURES.md",
                        "DELTA_VERIFY_REPORT.json",
                        "soak_profile.runtime_overrides.json",
                        "CHANGELOG.md",
                        "rollback_plan.md",
                        "recording.avro",
                        "manifest.json");
        JsonNode snapshot = json(bundle.resolve("POST_SOAK_SNAPSHOT.json"));
        JsonNode expected = json(EXPECTED.resolve("expected-POST_SOAK_SNAPSHOT.json"));
        for (String same : List.of(
                "verdict",
                "iterations_total",
                "iterations_analyzed",
                "pass_count_last_n",
                "goals_met",
                "freeze_ready")) {
            assertThat(snapshot.get(same)).as(same).isEqualTo(expected.get(same));
        }
        for (String kpi : List.of("maker_taker_ratio", "p95_latency_ms", "risk_ratio", "net_bps")) {
            expected.get("kpi_last_n").get(kpi).properties().forEach(figure -> assertThat(
                            snapshot.get("kpi_last_n").get(kpi).get(figure.getKey()))
                    .as(kpi + "." + figure.getKey())
                    .isEqualTo(figure.getValue()));
        }
        // The earlier system called every excused proposal a partial one and counted no ratio for it.
        JsonNode deltas = json(bundle.resolve("DELTA_VERIFY_REPORT.json"));
        JsonNode before = json(EXPECTED.resolve("expected-DELTA_VERIFY_REPORT.json"));
        for (String same : List.of("full_apply_count", "fail_count", "signature_stuck_count", "proposed_count")) {
            assertThat(deltas.get(same)).as(same).isEqualTo(before.get(same));
        }
    }

    @Test
    void shouldStateFactsAndShipValuesInsideTheirBounds() throws IOException {
        // When
        make("--tag", "v1.2.0");

        // Then
        String changelog = Files.readString(bundle.resolve("CHANGELOG.md"));
        assertThat(changelog)
                .contains(
                        "# Changelog: v1.2.0",
                        "| net edge (bps) | 5.950 | 5.950 | 5.600 | 6.300 | up |",
                        "Applied: 2 times")
                .doesNotContain("achieved");
        JsonNode shipped = json(bundle.resolve("soak_profile.runtime_overrides.json"));
        assertThat(shipped.at("/engine/min_interval_ms").asInt()).isBetween(50, 80);
        assertThat(shipped.at("/engine/tail_age_ms").asInt()).isBetween(500, 800);
        assertThat(shipped.at("/risk/impact_cap_ratio").asDouble()).isBetween(0.08, 0.12);
        String hash = json(bundle.resolve("manifest.json"))
                .at("/overrides/state_hash")
                .asText();
        assertThat(Files.readString(bundle.resolve("rollback_plan.md")))
                .contains(
                        "State hash: `" + hash + "`",
                        "soak control rollback 'bot:recorded' --values soak_profile.runtime_overrides.json",
                        "The latest iteration of the soak that passed is 36");
    }

    @Test
    void shouldRefuseASoakThatFailedUnlessForced() throws IOException {
        // Given
        String[] line = {"release", "bundle", "--recording", FAIL, "--out", bundle.toString()};

        // When
        Cli.Ended refused = Cli.run(line);

        // Then
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("the soak did not pass (release: FAIL): no release without --force");
        assertThat(bundle).doesNotExist();

        Cli.Ended forced =
                Cli.run(Stream.concat(Stream.of(line), Stream.of("--force")).toArray(String[]::new));
        assertThat(forced.exitCode()).as(forced.err()).isZero();
        assertThat(Files.readString(bundle.resolve("CHANGELOG.md")))
                .contains("Status: **FAIL**", "made although the soak did not pass");
    }

    @Test
    void shouldNotReplaceWhatIsNoBundle() throws IOException {
        // Given
        Files.createDirectories(bundle);
        Files.writeString(bundle.resolve("mine.txt"), "mine");

        // When
        Cli.Ended ended = make();

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("is not empty and holds no bundle");
        assertThat(bundle.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void shouldMakeTheSameBytesAgainAndFromItsOwnRecording() throws IOException {
        // Given
        make();
        Map<String, String> first = contents();
        Path again = directory.resolve("again");

        // When
        make();
        Cli.run(
                "release",
                "bundle",
                "--recording",
                bundle.resolve("recording.avro").toString(),
                "--out",
                again.toString());

        // Then
        assertThat(contents()).isEqualTo(first);
        assertThat(json(again.resolve("manifest.json")).get("verdicts"))
                .isEqualTo(json(bundle.resolve("manifest.json")).get("verdicts"));
        JsonNode gate =
                JSON.readTree(Cli.run("gate", "--recording", PASS, "--json").out());
        assertThat(json(bundle.resolve("manifest.json"))
                        .at("/verdicts/0/digest")
                        .asText())
                .isEqualTo(gate.get("digest").asText());
    }

    @Test
    void shouldAcceptWhatItWroteAndNameEveryFileOfWhichAByteIsAnother() throws IOException {
        // Given
        make();

        // When
        Cli.Ended whole = verify();

        // Then
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("release: PASS, digest ", "verified");
        for (String name : names()) {
            Path file = bundle.resolve(name);
            byte[] content = Files.readAllBytes(file);
            byte[] changed = content.clone();
            changed[content.length / 2] ^= 1;
            Files.write(file, changed);
            Cli.Ended damaged = verify();
            Files.write(file, content);
            assertThat(damaged.exitCode()).as(name).isEqualTo(1);
            assertThat(damaged.err()).contains(name + ": has changed");
        }
    }

    @Test
    void shouldNameWhatIsMissingAndWhatWasAdded() throws IOException {
        // Given
        make();
        Files.delete(bundle.resolve("FAILURES.md"));
        Files.writeString(bundle.resolve("EXTRA.md"), "extra");

        // When
        Cli.Ended ended = verify();

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("FAILURES.md: is missing", "EXTRA.md: is no part of the bundle");
    }

    @Test
    void shouldKeepAPolicyOfTheUserInTheBundle() throws IOException {
        // Given
        Path policy = directory.resolve("mine.yaml");
        try (var yaml = getClass().getResourceAsStream("/io/soakstream/gate/policies/release.yaml")) {
            Files.writeString(
                    policy,
                    new String(yaml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .replaceFirst("(?m)^name: release$", "name: mine"));
        }

        // When
        Cli.Ended made = make("--policy", policy.toString());

        // Then
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(bundle.resolve("policy.mine.yaml")).hasSameTextualContentAs(policy);
        assertThat(verify().exitCode()).isZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(bundle)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new java.util.TreeMap<>();
        for (String name : names()) {
            contents.put(name, Files.readString(bundle.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
