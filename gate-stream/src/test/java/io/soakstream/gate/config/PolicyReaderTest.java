package io.soakstream.gate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.domain.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(release.passIterations()).isEmpty();
        assertThat(release.failIterations()).isEqualTo(3);
    }

    @Test
    void shouldReadAUsersFile() throws IOException {
        assertThat(read(VALID).passIterations()).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net_bps|nett_bps|criteria[0].kpi: 'nett_bps' is not known",
                "mean|harmonic_mean|criteria[0].statistic: 'harmonic_mean' is not kept for net_bps",
                "mean|average|criteria[0].statistic: 'average' is not known",
                "\"2.5\"|high|criteria[0].threshold: 'high' is not a number",
                "hard|report|criteria: none that could fail it",
                "fail: 2|fail: 0|minimum.fail: '0' is not a count above 0",
                "version|vershun|version: missing",
                "criteria|criterion|criteria: a list of at least one is needed"
            })
    void shouldNameFileAndKeyOfWhatIsWrong(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(VALID.replace(right, wrong)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayWhichPoliciesThereAre() {
        assertThatThrownBy(() -> PolicyReader.read("relese"))
                .hasMessage("relese: neither a policy (release) nor a file");
    }

    private Policy read(String yaml) throws IOException {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, yaml);
        return PolicyReader.read(file.toString());
    }
}
