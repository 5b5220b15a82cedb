package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Tool;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsCommandTest {
    private static final String RECORDED = "src/test/resources/recorded/";
    /** Of the policy that is asked for: the earlier tool only knew the snapshot's. */
    private static final String FREEZE_READY = "soak_freeze_ready";
    /** The earlier tool looked for fields that nobody wrote. */
    private static final String VELOCITY = "soak_guards_velocity_count";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mock3_smoke",
                "mock8",
                "mock12_preset",
                "mock12_steady_safe",
                "mock24",
                "mock36",
                "mock36_default_overrides",
                "create_test_soak_data_24"
            })
    void shouldHaveThePublishedValuesButForTheirMistakes(String run) throws IOException {
        // When
        Map<String, String> ours =
                PublishedOutput.samples(Cli.run("metrics", RECORDED + run).out());

        // Then
        Map<String, String> published = new TreeMap<>(PublishedOutput.metrics(run));
        List.of(FREEZE_READY, VELOCITY).forEach(name -> {
            assertThat(ours).containsKey(name);
            published.remove(name);
        });
        assertThat(ours).containsAllEntriesOf(published);
    }

    @Test
    void shouldComputeMeansInDecimals() throws IOException {
        // When
        Map<String, String> ours = PublishedOutput.samples(
                Cli.run("metrics", RECORDED + "create_test_soak_data_8").out());

        // Then
        Map<String, String> published = PublishedOutput.metrics("create_test_soak_data_8");
        assertThat(published).containsEntry("soak_kpi_maker_taker_mean", "0.903");
        assertThat(ours).containsEntry("soak_kpi_maker_taker_mean", "0.902");
        assertThat(ours).containsEntry("maker_taker_ratio_hmean{window=\"8\"}", "0.902229");
    }

    @Test
    void shouldGoByThePolicyThatIsAskedFor() {
        // When
        String release = Cli.run("metrics", RECORDED + "mock36").out();
        String snapshot =
                Cli.run("metrics", RECORDED + "mock36", "--policy", "snapshot").out();

        // Then
        assertThat(PublishedOutput.samples(release)).containsEntry(FREEZE_READY, "1");
        assertThat(PublishedOutput.samples(snapshot)).containsEntry(FREEZE_READY, "0");
        assertThat(release).contains("soak_policy_verdict{policy=\"release\",verdict=\"PASS\"} 1\n");
    }

    /** The earlier tool called it ready, because its verifier had crashed. */
    @Test
    void shouldNotCallReadyWhatTheGateDoesNotPass() {
        // When
        String metrics = Cli.run("metrics", RECORDED + "create_test_soak_data_24", "--policy", "snapshot")
                .out();

        // Then
        assertThat(PublishedOutput.samples(metrics)).containsEntry(FREEZE_READY, "0");
    }

    @Test
    void shouldHaveHelpAndTypeOfEveryMetricOnce() {
        // When
        String metrics = Cli.run("metrics", RECORDED + "mock36").out();

        // Then
        List<String> named = metrics.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();
        assertThat(named).doesNotHaveDuplicates();
        assertThat(metrics.lines().filter(line -> line.startsWith("# HELP ")).map(line -> line.split(" ")[2]))
                .containsExactlyElementsOf(named);
        assertThat(metrics.lines().filter(line -> line.startsWith("# TYPE ") && line.endsWith(" counter")))
                .allSatisfy(line -> assertThat(line).contains("_total "));
        assertThat(metrics.lines().filter(line -> line.startsWith("# TYPE ") && line.endsWith(" gauge")))
                .allSatisfy(line -> assertThat(line).doesNotContain("_total "));
    }

    @Test
    void shouldSatisfyPromtool() throws Exception {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");
        Path file = directory.resolve("soak.prom");
        assertThat(Cli.run("metrics", RECORDED + "mock36", "--out", file.toString())
                        .exitCode())
                .isZero();

        // When
        Tool.Ended checked = promtool.read(Files.readString(file), "check", "metrics");

        // Then
        // 3: remarks about names, which are the published ones.
        assertThat(checked.exitCode()).as(checked.output()).isIn(0, 3);
        assertThat(checked.output().lines()).allSatisfy(line -> assertThat(line)
                .matches("(soak_\\w+_count .* should not have \"_count\" suffix)|"
                        + "((soak_)?p95_latency_ms(_max|_mean)? .* abbreviated units)"));
    }

    @Test
    void shouldFindNothingInAnEmptyDirectory() {
        // When
        Cli.Ended ended = Cli.run("metrics", directory.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(ended.out()).isEmpty();
    }
}
