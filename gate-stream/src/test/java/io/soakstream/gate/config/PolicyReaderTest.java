package io.soakstream.gate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.gate.domain.Minimum;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.domain.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    private static final String VALID = """
            name: mine
            version: "2"
            minimum: {pass: 4, fail: 2}
            criteria:
              - {goal: net_ok, kpi: net_bps, statistic: mean, comparator: ">=", threshold: "2.5", severity: hard}
            """;

    @TempDir
    Path directory;

    @Test
    void shouldReadTheReleasePolicy() {
        // When
        Policy release = PolicyReader.read("release");

        // Then
        assertThat(release.criteria()).hasSize(4);
        assertThat(release.criteria())
                .filteredOn(criterion -> criterion.severity() == Severity.HARD)
                .extracting(criterion -> criterion.goal())
                .containsExactly("risk_ok", "net_bps_ok");
        assertThat(release.minimum().passIterations()).isEmpty();
        assertThat(release.minimum().failIterations()).isEqualTo(3);
    }

    @Test
    void shouldReadAUsersFile() throws IOException {
        assertThat(read(VALID).minimum().passIterations()).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net_bps|nett_bps|criteria[0].kpi: 'nett_bps' is not known",
                "name: mine|name: release|name: release ships with the project and is another policy",
                "mean|harmonic_mean|criteria[0].statistic: 'harmonic_mean' is not kept for net_bps",
                "mean|average|criteria[0].statistic: 'average' is not known",
                "\"2.5\"|high|criteria[0].threshold: 'high' is not a number",
                "hard|report|criteria: none that could fail it",
                "fail: 2|fail: 0|minimum.fail: '0' is not a count above 0",
                "version|vershun|line 2: vershun: unknown key, there are name, version",
                "criteria|criterion|line 4: criterion: unknown key",
                "version: \"2\"|# none|line 1: version: missing",
                "mean|mean, statistic: max|line 5: criteria[0].statistic: stands there twice",
                "\"2.5\"|[2.5]|line 5: criteria[0].threshold: not a text or number",
                "\"2.5\"|NaN|criteria[0].threshold: 'NaN' is not a number",
                "\"2.5\"|1e999|criteria[0].threshold: '1e999' has too many digits",
                "fail: 2|fail: 2, elapsed: 0|line 3: minimum.elapsed: '0' is neither declared_hours nor hours above 0",
                "fail: 2|fail: 2, elapsed: soon|minimum.elapsed: 'soon' is not a number",
                "pass: 4|pass: 4.5|line 3: minimum.pass: '4.5' is not a count above 0",
                "{pass: 4, fail: 2}|4|line 3: minimum: not a mapping",
                "kpi: net_bps, statistic: mean|kpi: hit_ratio, statistic: mean|'mean' is not kept for hit_ratio",
                "kpi: net_bps, statistic: mean|kpi: iterations_passing, statistic: count|per_iteration: missing"
            })
    void shouldNameFileAndKeyOfWhatIsWrong(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(VALID.replace(right, wrong)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseAGoalThatStandsThereTwice() {
        // Given
        String row = VALID.lines().toList().get(4);

        // Then
        assertThatThrownBy(() -> read(VALID + row + "\n"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("line 6: criteria[1].goal: 'net_ok' stands there twice");
    }

    @Test
    void shouldRefuseConditionsThatNoCriterionCounts() {
        assertThatThrownBy(() -> read(VALID + "per_iteration: [{kpi: net_bps, comparator: <, threshold: 1}]\n"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("per_iteration: no criterion counts them");
        assertThatThrownBy(() -> read(VALID + "per_iteration: [{kpi: hit_ratio, comparator: <, threshold: 1}]\n"))
                .hasMessageContaining("line 6: per_iteration[0].kpi: 'hit_ratio' is not known");
    }

    @Test
    void shouldNameTheLineOfWhatIsNoYaml() {
        assertThatThrownBy(() -> read("name: mine\n\tversion: 1"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("mine.yaml, line 2, column 1: not YAML: found character")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> read("")).hasMessageContaining("mine.yaml: empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "snapshot", "soak-72h", "smoke"})
    void shouldShipEveryPolicyUnderItsName(String name) {
        assertThat(PolicyReader.read(name).name()).isEqualTo(name);
    }

    @Test
    void shouldReadHowLongARunMustHaveLasted() throws IOException {
        assertThat(PolicyReader.read("soak-72h").minimum().elapsed()).contains(new Minimum.Elapsed(Optional.empty()));
        assertThat(read(VALID.replace("fail: 2", "fail: 2, elapsed: 1.5"))
                        .minimum()
                        .elapsed())
                .contains(new Minimum.Elapsed(Optional.of(new BigDecimal("1.5"))));
    }

    @Test
    void shouldSayWhichPoliciesThereAre() {
        assertThatThrownBy(() -> PolicyReader.read("relese"))
                .hasMessage("relese: neither a policy (release, snapshot, soak-72h, smoke) nor a file");
    }

    private Policy read(String yaml) throws IOException {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, yaml);
        return PolicyReader.read(file.toString());
    }
}
