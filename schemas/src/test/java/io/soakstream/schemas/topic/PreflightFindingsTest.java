package io.soakstream.schemas.topic;

import static io.soakstream.schemas.topic.PreflightFinding.Severity.REFUSE;
import static io.soakstream.schemas.topic.PreflightFinding.Severity.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a cluster; that the cluster is asked the right questions is an integration test. */
class PreflightFindingsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldRefuseTransactionsOfTheOldKind(int version) {
        // When, Then
        assertThat(FeatureCheck.findings(version)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(REFUSE);
            assertThat(finding.message()).contains("transaction.version " + version, "upgrade");
        });
        assertThat(FeatureCheck.findings(2)).isEmpty();
    }

    @Test
    void shouldRefuseLibrariesThatDoNotBelongTogetherOrLoseResults() {
        // When, Then
        assertThat(VersionCheck.findings("4.3.1", "4.2.1")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(REFUSE);
            assertThat(finding.message()).contains("4.2.1 on the class path has a known defect");
        });
        assertThat(VersionCheck.findings("4.4.0", "4.3.1"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("4.4.0", "4.3.1"));
        assertThat(new VersionCheck().findings()).isEmpty();
    }

    @Test
    void shouldRefuseATopicThatCanNeverBeWritten() {
        // When, Then
        assertThat(DurabilityCheck.findings("soak.events.v1", 1, 2))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(REFUSE);
                    assertThat(finding.message()).contains("soak.events.v1", "1 copies", "min.insync.replicas 2");
                });
        assertThat(DurabilityCheck.findings("soak.events.v1", 3, 2)).isEmpty();
    }

    @Test
    void shouldWarnOfAClockThatIsBehindTheBrokers() {
        // When, Then
        assertThat(ClockCheck.findings(NOW.plusSeconds(300), NOW))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(WARN);
                    assertThat(finding.message()).contains("300 s");
                });
        assertThat(ClockCheck.findings(NOW.plusSeconds(5), NOW)).isEmpty();
        assertThat(ClockCheck.findings(NOW.minusSeconds(3600), NOW)).isEmpty();
    }
}
