package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags in a repository of the test's own. */
class ReleaseCanaryTest {
    private static final String PASS = "src/test/resources/recorded/mock36";
    private static final String FAIL = "src/test/resources/recorded/mock8";

    @TempDir
    Path directory;

    private Path repository;
    private Path bundle;

    @BeforeEach
    void makeRepositoryAndBundle() throws IOException, InterruptedException {
        repository = Files.createDirectory(directory.resolve("repository"));
        bundle = directory.resolve("bundle");
        git("init", "--quiet");
        git("config", "user.name", "release");
        git("config", "user.email", "release@example.org");
        git("commit", "--quiet", "--allow-empty", "-m", "first");
        Cli.run("release", "bundle", "--recording", PASS, "--out", bundle.toString());
    }

    private Cli.Ended canary(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "release",
                                "canary",
                                "--bundle",
                                bundle.toString(),
                                "--repository",
                                repository.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void shouldTagWithThePublishedLinesAndWriteTheChecklist() throws IOException, InterruptedException {
        // When
        Cli.Ended ended = canary("--tag", "v2.0.0");

        // Then
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(git("cat-file", "-t", "v2.0.0")).isEqualTo("tag\n");
        assertThat(git("tag", "--list", "--format=%(contents)", "v2.0.0"))
                .contains(
                        "Release v2.0.0: soak of bot:recorded\n\nVerdict: PASS\nFreeze Ready: yes\n",
                        "KPI Summary (Iterations 29-36):\n\n  maker_taker_ratio: mean=0.850, trend=flat\n",
                        "  net_bps: mean=5.950, trend=up\n",
                        "Goals:\n  [OK] maker_taker_ok\n",
                        "Delta Application: 2 times\nActive Guards: None (stable)\n",
                        "Bundle: " + bundle);
        String checklist = Files.readString(bundle.resolve("CANARY_CHECKLIST.md"));
        assertThat(checklist)
                .contains(
                        "# Canary checklist: v2.0.0",
                        "net edge >= 5.3 bps",
                        "p95 latency <= 198 ms",
                        "maker share >= 0.83")
                .doesNotContain("6.0");
        String plan = Files.readString(bundle.resolve("rollback_plan.md"));
        List<String> triggers =
                checklist.lines().filter(line -> line.contains("rollback |")).toList();
        assertThat(triggers).hasSize(5).allSatisfy(line -> assertThat(plan).contains(line));
        assertThat(Cli.run("release", "verify", bundle.toString()).exitCode()).isZero();
    }

    @Test
    void shouldLeaveATagThatExistsUnlessForced() throws IOException, InterruptedException {
        // Given
        canary("--tag", "v2.0.0");
        String before = git("rev-parse", "v2.0.0");
        git("commit", "--quiet", "--allow-empty", "-m", "second");

        // When
        Cli.Ended again = canary("--tag", "v2.0.0");

        // Then
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("tag v2.0.0 exists: not overwritten without --force");
        assertThat(git("rev-parse", "v2.0.0")).isEqualTo(before);
        assertThat(canary("--tag", "v2.0.0", "--force").exitCode()).isZero();
        assertThat(git("rev-parse", "v2.0.0^{commit}")).isEqualTo(git("rev-parse", "HEAD"));
    }

    @Test
    void shouldChangeNothingInADryRun() throws IOException, InterruptedException {
        // When
        Cli.Ended ended = canary("--dry-run");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).startsWith("Release v1.0.0-soak-validated: ");
        assertThat(git("tag", "--list")).isEmpty();
        assertThat(bundle.resolve("CANARY_CHECKLIST.md")).doesNotExist();
    }

    @Test
    void shouldFailWhereGitFails() throws IOException {
        // Given
        Path nowhere = Files.createDirectory(directory.resolve("no repository"));

        // When
        Cli.Ended ended = Cli.run(
                "release", "canary", "--bundle", bundle.toString(), "--repository", nowhere.toString(), "--tag", "v3");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("git: not a git repository");
        assertThat(ended.out()).isEmpty();
        assertThat(canary("--tag", "no such..name").err()).contains("is no name of a tag");
    }

    @Test
    void shouldRefuseADamagedBundleAndOneThatDidNotPass() throws IOException {
        // Given
        Path failed = directory.resolve("failed");
        Cli.run("release", "bundle", "--recording", FAIL, "--out", failed.toString(), "--force");
        Files.writeString(bundle.resolve("CHANGELOG.md"), "all is well");

        // When
        Cli.Ended damaged = canary("--tag", "v4");
        bundle = failed;
        Cli.Ended notPassed = canary("--tag", "v4");

        // Then
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err()).contains("CHANGELOG.md: has changed");
        assertThat(notPassed.exitCode()).isEqualTo(1);
        assertThat(notPassed.err()).contains("did not pass: no canary without --force");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of("git", "-C", repository.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
