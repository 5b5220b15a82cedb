package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Policy;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDifferenceTest {
    private static final String POLICY = """
            name: mine
            version: 1
            minimum: {pass: 1, fail: 1}
            criteria:
              - {goal: net_ok, kpi: net_bps, statistic: mean, comparator: ">=", threshold: 2.5, severity: hard}
            """;

    @TempDir
    Path directory;

    @Test
    void shouldFindNoneInThePolicyItself() throws IOException {
        for (String name : PolicyReader.BUILT_IN) {
            Policy policy = PolicyReader.read(name);
            assertThat(PolicyDifference.of(policy, judged(policy))).as(name).isEmpty();
        }
    }

    /** Name and version are the same: what was asked is not. */
    @ParameterizedTest
    @CsvSource({
        "goal: net_ok, goal: edge_ok",
        "kpi: net_bps, kpi: maker_taker_ratio",
        "statistic: mean, statistic: median",
        "comparator: \">=\", comparator: \">\"",
        "threshold: 2.5, threshold: 0.5",
        "severity: hard, severity: soft"
    })
    void shouldNameWhatWasNotAsked(String asked, String other) throws IOException {
        // Given
        Verdict verdict = judged(policy(POLICY.replace(asked, other)));

        // When // Then
        assertThat(PolicyDifference.of(policy(POLICY), verdict))
                .contains("net_ok: net_bps mean >= 2.5, hard was not asked");
    }

    @Test
    void shouldNameWhatWasAskedBeside() throws IOException {
        // Given
        String more = POLICY
                + "  - {goal: risk_ok, kpi: risk_ratio, statistic: mean, comparator: \"<=\", threshold: 0.4, severity: hard}\n";

        // When // Then
        assertThat(PolicyDifference.of(policy(POLICY), judged(policy(more))))
                .contains("risk_ok: risk_ratio mean <= 0.4, hard was asked");
    }

    private Policy policy(String yaml) throws IOException {
        return PolicyReader.read(
                Files.writeString(directory.resolve("mine.yaml"), yaml).toString());
    }

    private static Verdict judged(Policy policy) throws IOException {
        return new OfflineGate(new GateConfig(List.of(policy)))
                .judge(new SoakReader().read(Path.of("src/test/resources/recorded/mock36"), ReadOptions.defaults()))
                .last()
                .orElseThrow();
    }
}
