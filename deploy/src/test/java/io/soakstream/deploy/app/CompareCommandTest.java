package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    private static final String RECORDED = "src/test/resources/recorded/";
    private static final String PUBLISHED = "src/test/resources/published-snapshot.json";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mock36", "mock8", "create_test_soak_data_24", "scen_high_risk_persistent"})
    void shouldPassAgainstItself(String soak) {
        // When
        Cli.Ended ended = Cli.run("compare", RECORDED + soak, RECORDED + soak);

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("result     NOT_WORSE").doesNotContain("insufficient evidence");
        assertThat(ended.err()).doesNotContain("verdict:");
    }

    @Test
    void shouldFindTheWorseRun() throws IOException {
        // When
        Cli.Ended ended = Cli.run("compare", RECORDED + "mock36", RECORDED + "scen_high_risk_persistent", "--json");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .contains("Baseline vs Current:", "risk_ratio.mean: 0.300 → 0.700 (+133.3%)", "verdict: PASS → FAIL");
        JsonNode risk = new ObjectMapper().readTree(ended.out()).at("/kpis/0");
        assertThat(risk.get("kpi").asText()).isEqualTo("risk_ratio");
        assertThat(risk.get("answer").asText()).isEqualTo("worse");
        assertThat(risk.get("changed_for_the_better").asBoolean()).isFalse();
        assertThat(risk.at("/test/adjusted_p_value").asDouble()).isLessThan(0.001);
        assertThat(risk.at("/test/effect").asText()).isEqualTo("large");
    }

    @Test
    void shouldReadAPublishedSnapshotAsTheBaseline() {
        // When
        Cli.Ended ended = Cli.run("compare", PUBLISHED, RECORDED + "mock36");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("risk_ratio.mean: 0.300 → 0.300 (+0.0%)");
    }

    @Test
    void shouldRefuseWhatIsNoBaseline() throws IOException {
        // Given
        Path unknown = Files.writeString(directory.resolve("s.json"), "{\"schema_version\": \"9.9\"}");

        // When // Then
        assertThat(Cli.run("compare", unknown.toString(), RECORDED + "mock36").err())
                .contains("s.json: schema_version: '9.9' is unknown");
        assertThat(Cli.run("compare", directory.resolve("nowhere").toString(), RECORDED + "mock36")
                        .exitCode())
                .isEqualTo(64);
        assertThat(Cli.run("compare", RECORDED + "mock36").exitCode()).isEqualTo(64);
    }

    @Test
    void shouldTellAGateWithoutChangingItsVerdict() {
        // When
        Cli.Ended told = Cli.run("gate", "--recording", "samples/pass", "--compare", PUBLISHED);
        Cli.Ended missing =
                Cli.run("gate", "--recording", "samples/pass", "--compare", "nowhere", "--fail-on-regression");

        // Then
        assertThat(told.exitCode()).isZero();
        assertThat(told.err()).contains("Baseline vs Current:");
        assertThat(told.out()).doesNotContain("Baseline").contains("verdict       PASS");
        assertThat(missing.exitCode()).isZero();
        assertThat(missing.err()).contains("note: there is no baseline nowhere, so nothing is compared");
    }

    /** Strictly it fails, and so would the baseline: that is no regression. */
    @Test
    void shouldNeverBeWorseThanItselfStrictly() {
        // Given
        String soak = RECORDED + "mock12_preset";

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", soak, "--strict", "--compare", soak, "--fail-on-regression");

        // Then
        assertThat(ended.err()).contains("result     NOT_WORSE");
    }

    /** The snapshot of schema 1.1 warns by its own policy, whatever release says. */
    @Test
    void shouldCompareTheVerdictsOfOnePolicy() throws IOException {
        // Given
        Path schema11 = Files.writeString(
                directory.resolve("old.json"),
                Cli.run("snapshot", "--schema", "1.1", RECORDED + "mock8").out());

        // When
        Cli.Ended bySnapshot = Cli.run("compare", schema11.toString(), RECORDED + "mock8");
        Cli.Ended byNone = Cli.run("compare", PUBLISHED, RECORDED + "mock36");

        // Then
        assertThat(bySnapshot.out()).contains("by policy snapshot (version 1)");
        assertThat(bySnapshot.err()).doesNotContain("verdict:");
        assertThat(byNone.out()).contains("no policy is known to have judged both, so no verdict is compared");
    }

    @Test
    void shouldKeepTheVerdictWhereTheBaselineIsEmptyOrNoText() throws IOException {
        // Given
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path foreign = Files.write(directory.resolve("latin.json"), new byte[] {'"', (byte) 0xe4, '"'});

        // When
        Cli.Ended ended =
                Cli.run("gate", "--recording", "samples/pass", "--compare", empty.toString(), "--fail-on-regression");
        Cli.Ended refused = Cli.run("compare", foreign.toString(), RECORDED + "mock36");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("verdict       PASS");
        assertThat(ended.err()).contains("note: there is no iteration in the baseline " + empty);
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("latin.json: no JSON: it is not UTF-8");
    }

    @Test
    void shouldFailAGateOnARegressionOnlyWhereAsked() throws IOException {
        // Given
        String[] worse = {"gate", "--recording", RECORDED + "mock12_steady_safe", "--compare", RECORDED + "mock36"};

        // When
        Cli.Ended told = Cli.run(worse);
        Path junit = directory.resolve("gate.xml");
        Cli.Ended failed = Cli.run(
                "gate",
                "--recording",
                worse[2],
                "--compare",
                worse[4],
                "--fail-on-regression",
                "--json",
                "--junit",
                junit.toString());
        Cli.Ended itself = Cli.run("gate", "--recording", worse[4], "--compare", worse[4], "--fail-on-regression");

        // Then
        assertThat(told.exitCode()).isZero();
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("\"regression\"", "\"worse\"");
        assertThat(junit).content().contains("<failure type=\"missed\" message=\"WORSE\">");
        assertThat(itself.exitCode()).isZero();
        assertThat(Cli.run("gate", "--recording", worse[2], "--fail-on-regression")
                        .err())
                .contains("--fail-on-regression: --compare is missing");
    }
}
