package io.soakstream.deploy.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.distribution.Archive;
import io.soakstream.deploy.workflow.Workflow.Step;
import io.soakstream.schemas.canonical.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each script of the workflows, run in order. */
class WorkflowStepsIT {
    private static final Path SAMPLES = Path.of("samples").toAbsolutePath();

    private static Archive archive;

    @TempDir
    Path directory;

    @BeforeAll
    static void unpack() throws Exception {
        Optional<Archive> found = Archive.find();
        Assumptions.assumeTrue(found.isPresent(), "the build has made no archive");
        archive = found.get();
    }

    @Test
    void shouldSoakVerifyAndJudgeAfterAPullRequest() throws Exception {
        // Given
        StepRunner runner = new StepRunner(directory, archive, Map.of("inputs.iterations || '8'", "8"));

        // When
        runAll(runner, "post-soak.yml");

        // Then
        Path left = runner.workspace().resolve("artifacts/soak");
        assertThat(left.resolve("latest/ITER_SUMMARY_8.json")).exists();
        assertThat(left.resolve("gate.xml")).content().contains("<testsuite");
        assertThat(left.resolve("report/POST_SOAK_SNAPSHOT.json")).exists();
        assertThat(runner.summary()).contains("release");
    }

    @Test
    void shouldJudgeARecordingByTheAction() throws Exception {
        // Given
        Step judge = Workflow.named("action.yml").steps().get(0);

        // When
        Archive.Ended passed = new StepRunner(directory.resolve("pass"), archive, inputs("pass")).run(judge);
        StepRunner failing = new StepRunner(directory.resolve("fail"), archive, inputs("fail"));
        Archive.Ended failed = failing.run(judge);

        // Then
        assertThat(passed.exitCode()).as(passed.printed()).isZero();
        assertThat(failed.exitCode()).as(failed.printed()).isEqualTo(1);
        assertThat(failing.summary()).contains("FAIL");
        assertThat(failing.workspace().resolve("report/gate.xml")).content().contains("<failure");
    }

    @Test
    void shouldPublishTheFilesOfAReleaseWithTheirChecksums() throws Exception {
        // Given
        String version = archive.version();
        StepRunner runner =
                new StepRunner(directory, archive, Map.of("GITHUB_REF_NAME", "v" + version, "github.token", "none"));

        // When
        runAll(runner, "release.yml");

        // Then
        Path release = runner.workspace().resolve("release");
        assertThat(Files.readAllLines(release.resolve("SHA256SUMS")))
                .extracting(line -> line.substring(66))
                .containsExactly("THIRD-PARTY.txt", "sbom.cdx.json", "soakstream-" + version + ".tar.gz");
        assertThat(runner.calls()).hasSize(2).last().asString().startsWith("gh release create v" + version);
    }

    @Test
    void shouldVerifyEveryChange() throws Exception {
        // Given
        StepRunner runner = new StepRunner(directory, archive, Map.of());

        // When
        runAll(runner, "ci.yml");

        // Then
        assertThat(runner.calls()).containsExactly(".ci/run");
    }

    @Test
    void shouldReleaseNothingUnderATagThatIsNotTheVersion() throws Exception {
        // Given
        StepRunner runner = new StepRunner(directory, archive, Map.of("GITHUB_REF_NAME", "v9.9.9"));
        Step tag = scripts("release.yml").get(0);

        // When
        Archive.Ended ended = runner.run(tag);

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains("the tag is v9.9.9, the version ");
    }

    /** Two soaks more, which take their time. */
    @Test
    @Tag("proof")
    void shouldSoakForHoursAndTellThePullRequest() throws Exception {
        // Given
        StepRunner runner = new StepRunner(
                directory,
                archive,
                Map.of(
                        "inputs.duration_hours", "1",
                        "inputs.metrics_url", "",
                        "inputs.mock_mode", "true",
                        "inputs.pull_request", "17",
                        "github.token", "none",
                        "github.server_url", "https://example.org",
                        "github.repository", "owner/bot",
                        "needs.soak.result", "failure",
                        "github.run_id", "1"));

        // When
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (Step step : scripts("soak.yml")) {
            codes.put(step.name(), runner.run(step).exitCode());
        }

        // Then
        // Good enough to release, but an hour is no soak of 72: that alone has to fail.
        assertThat(codes)
                .containsEntry("Soak and judge", 1)
                .containsEntry("Show the result", 0)
                .containsEntry("Tell the pull request", 0);
        assertThat(runner.workspace().resolve("artifacts/soak/results.json")).exists();
        assertThat(runner.calls()).containsExactly("gh pr comment 17 --body-file comment.md");
        assertThat(runner.workspace().resolve("comment.md"))
                .content()
                .contains("Soak: failure", "https://example.org/owner/bot/actions/runs/1");
    }

    @Test
    @Tag("proof")
    void shouldFindTheNightTheSameAsEveryNight() throws Exception {
        // Given
        StepRunner runner = new StepRunner(directory, archive, Map.of());

        // When
        runAll(runner, "nightly.yml");

        // Then
        assertThat(runner.workspace().resolve("artifacts/READINESS_SCORE.json")).exists();
        assertThat(runner.workspace().resolve("artifacts/soak/ITER_SUMMARY_24.json"))
                .exists();
        assertThat(runner.calls()).singleElement().asString().contains("-Pproof", "LongKillProofIT");
    }

    /** The example fetches the archive as a bot's repository would; here from a file. */
    @Test
    @Tag("proof")
    void shouldGateTheSoakOfABotsRepository() throws Exception {
        // Given
        Path file = Archive.file().orElseThrow();
        StepRunner runner = new StepRunner(
                directory,
                archive,
                Map.of(
                        "secrets.SOAK_ARCHIVE_URL", file.toUri().toString(),
                        "secrets.SOAK_ARCHIVE_SHA256", Sha256.hex(Files.readAllBytes(file))));
        Path recorded = Files.createDirectories(runner.workspace().resolve("artifacts/soak"));
        Files.createSymbolicLink(recorded.resolve("latest"), SAMPLES.resolve("pass"));

        // When
        runAll(runner, "soak-gate.yml");

        // Then
        assertThat(runner.workspace().resolve("artifacts/gate.xml")).exists();
        assertThat(runner.summary()).contains("PASS");
    }

    private static void runAll(StepRunner runner, String workflow) throws Exception {
        for (Step step : scripts(workflow)) {
            Archive.Ended ended = runner.run(step);
            assertThat(ended.exitCode()).as(step + ": " + ended.printed()).isZero();
        }
    }

    private static List<Step> scripts(String workflow) {
        return Workflow.named(workflow).steps().stream()
                .filter(step -> !step.script().isEmpty())
                .toList();
    }

    private static Map<String, String> inputs(String sample) {
        return Map.of(
                "inputs.recording", SAMPLES.resolve(sample).toString(),
                "inputs.policy", "release",
                "inputs.strict", "false",
                "inputs.out", "report",
                "inputs.soak", "./soak");
    }
}
