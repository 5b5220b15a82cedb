package io.soakstream.gate.report.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotReaderTest {
    private static final String SCHEMA_1_1 =
            "{\"schema_version\": \"1.1\", \"verdict\": \"WARN\", \"freeze_ready\": false, \"pass_count_last8\": 8,"
                    + " \"kpi_last8\": {\"risk_ratio\": {\"mean\": 0.3, \"median\": null}}}";
    private static final String SCHEMA_1_2 =
            "{\"schema_version\": \"1.2\", \"verdict\": \"PASS\", \"freeze_ready\": true, \"pass_count_last_n\": 4,"
                    + " \"iterations_total\": 36, \"iterations_analyzed\": [35, 36], \"goals_met\": {\"risk_ok\": true},"
                    + " \"kpi_last_n\": {\"net_bps\": {\"mean\": 5.95, \"median\": 5.95, \"min\": 5.6, \"max\": 6.3}},"
                    + " \"policy\": \"release\"}";

    @Test
    void shouldReadSchema11() {
        // When
        ReadSnapshot snapshot = SnapshotReader.parse("a.json", SCHEMA_1_1);

        // Then
        assertThat(snapshot.schemaVersion()).isEqualTo("1.1");
        assertThat(snapshot.verdict()).isEqualTo(VerdictLevel.WARN);
        assertThat(snapshot.passCount()).isEqualTo(8);
        assertThat(snapshot.mean(Kpi.RISK_RATIO)).contains(0.3);
        assertThat(snapshot.kpis().get(Kpi.RISK_RATIO).median()).isEmpty();
        assertThat(snapshot.iterationsTotal()).isEmpty();
    }

    @Test
    void shouldReadSchema12() {
        // When
        ReadSnapshot snapshot = SnapshotReader.parse("b.json", SCHEMA_1_2);

        // Then
        assertThat(snapshot.freezeReady()).isTrue();
        assertThat(snapshot.iterationsTotal()).hasValue(36);
        assertThat(snapshot.iterationsAnalyzed()).containsExactly(35, 36);
        assertThat(snapshot.goals()).containsEntry("risk_ok", true);
        assertThat(snapshot.kpis().get(Kpi.NET_BPS).max()).contains(6.3);
        assertThat(snapshot.policy()).contains("release");
    }

    @Test
    void shouldReadTheEarlierSpellingOfSchema12() {
        // Given
        String earlier = SCHEMA_1_2.replace("_last_n", "_last8");

        // When
        ReadSnapshot snapshot = SnapshotReader.parse("c.json", earlier);

        // Then
        assertThat(snapshot.schemaVersion()).isEqualTo("1.2");
        assertThat(snapshot.passCount()).isEqualTo(4);
        assertThat(snapshot.mean(Kpi.NET_BPS)).contains(5.95);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema_version\": \"1.2\"  | \"schema_version\": \"2.0\"  | schema_version: '2.0' is unknown, must be 1.1 or 1.2",
                "\"schema_version\": \"1.2\", | ''                         | schema_version: is missing",
                "\"PASS\"                    | \"GOOD\"                    | verdict: 'GOOD' must be PASS, WARN, FAIL or INCONCLUSIVE",
                "\"freeze_ready\": true       | \"freeze_ready\": 1         | freeze_ready: must be true or false",
                "\"mean\": 5.95               | \"mean\": \"5.95\"            | kpi_last_n.net_bps.mean: must be a number",
                "\"pass_count_last_n\": 4,    | ''                         | pass_count_last8: is missing",
                "[35, 36]                   | [35, \"36\"]                | iterations_analyzed: must be whole numbers"
            })
    void shouldNameFileAndField(String right, String wrong, String message) {
        assertThatThrownBy(() -> SnapshotReader.parse("old.json", SCHEMA_1_2.replace(right, wrong)))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage("old.json: " + message);
    }

    @Test
    void shouldRefuseWhatIsNoJson() {
        assertThatThrownBy(() -> SnapshotReader.parse("x.json", "not JSON"))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessageStartingWith("x.json: no JSON");
        assertThatThrownBy(() -> SnapshotReader.parse("x.json", "[]"))
                .hasMessage("x.json: a snapshot is a JSON object");
    }
}
