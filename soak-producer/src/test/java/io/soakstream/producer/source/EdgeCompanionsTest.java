package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.IterationSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies beside an edge report. */
class EdgeCompanionsTest {
    private static final String REPORT = "{'totals': {'net_bps': 2}}";

    @TempDir
    private Path directory;

    @Test
    void shouldCountTheDecisionsOfTheAuditLog() throws IOException {
        // Given
        write("audit.jsonl", """
                {'fields': {'reason': 'risk'}}
                {'fields': {'reason': 'risk', 'allowed': 1}}
                {'fields': {'reason': 'min_interval'}}
                {'fields': {'reason': 'allowed'}}
                {'fields': {'allowed': 1}}
                {'fields': {'allowed': true, 'reason': ''}}
                {'fields': {'reason': 'weather', 'allowed': 0}}
                {'fields': {}}
                {}
                {'fields': {'reason': 'other', 'allowed': 1}}
                """);

        // When
        IterationReading reading = read(REPORT);

        // Then
        IterationSummary summary = reading.summary().orElseThrow();
        assertThat(summary.getBlockReasons())
                .containsExactly(
                        new BlockReason("concurrency", 0L, 0.0),
                        new BlockReason("min_interval", 1L, 0.1),
                        new BlockReason("other", 4L, 0.4),
                        new BlockReason("risk", 2L, 0.2),
                        new BlockReason("throttle", 0L, 0.0));
        assertThat(summary.getRiskRatio()).isEqualTo(0.2);
        assertThat(summary.getMinIntervalRatio()).isEqualTo(0.1);
        assertThat(summary.getConcurrencyRatio()).isZero();
        assertThat(reading.notes()).isEmpty();
    }

    @Test
    void shouldCountAndNoteLinesThatCannotBeRead() throws IOException {
        // Given
        write(
                "audit.jsonl",
                "{'fields': {'reason': 'risk'}}\n\n  \r\n[1]\n{'fields': {'allowed': 1}}\n{'fields': {'rea");

        // When
        IterationReading reading = read(REPORT);

        // Then
        assertThat(reading.summary().orElseThrow().getRiskRatio()).isEqualTo(0.5);
        assertThat(reading.notes())
                .containsExactly(
                        "audit.jsonl: blank lines that were not counted: 2",
                        "audit.jsonl: invalid lines that were not counted: 2, the first: line 4 is not a JSON object");
    }

    @Test
    void shouldKnowNothingFromAnEmptyAuditLog() throws IOException {
        // Given
        write("audit.jsonl", "");

        // When
        IterationSummary summary = read(REPORT).summary().orElseThrow();

        // Then
        assertThat(summary.getRiskRatio()).isNull();
        assertThat(summary.getBlockReasons()).isEmpty();
    }

    @Test
    void shouldPreferWhatTheReportSaysToTheAuditLog() throws IOException {
        // Given
        write("audit.jsonl", "{'fields': {'reason': 'risk'}}\n");

        // When
        IterationSummary summary =
                read("{'totals': {'block_reasons': {'risk': {'ratio': 0.3}, 'min_interval': {'count': 2}}}}")
                        .summary()
                        .orElseThrow();

        // Then
        assertThat(summary.getRiskRatio()).isEqualTo(0.3);
        assertThat(summary.getMinIntervalRatio()).as("counted").isZero();
        assertThat(summary.getBlockReasons()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"12.5, 0.875", "12.3, 0.877", "0, 1.0", "100, 0.0"})
    void shouldTakeTheShareOfTheWeekWhereNothingElseTellsIt(String takerPercent, double share) throws IOException {
        // Given
        write("WEEKLY_ROLLUP.json", "{'taker_share_pct': {'median': " + takerPercent + "}}");

        // When
        IterationSummary summary = read(REPORT).summary().orElseThrow();
        IterationSummary counted = read("{'totals': {'fills': {'maker_count': 0, 'taker_count': 5}}}")
                .summary()
                .orElseThrow();

        // Then
        assertThat(summary.getMakerTakerRatio()).isEqualTo(share);
        assertThat(summary.getMakerTakerSource()).isEqualTo("weekly_rollup");
        assertThat(counted.getMakerTakerRatio()).isZero();
        assertThat(counted.getMakerTakerSource()).isEqualTo("fills_count");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            WEEKLY_ROLLUP.json~ {'taker_share_pct': {'median': 112.5}}~ WEEKLY_ROLLUP.json: taker_share_pct.median: 112.5 is outside 0..100 (unit: percent)
            WEEKLY_ROLLUP.json~ {'taker_share_pct': 12.5}~              WEEKLY_ROLLUP.json: taker_share_pct: 12.5 is not an object
            KPI_GATE.json~      {~                                      KPI_GATE.json: is not JSON
            KPI_GATE.json~      {'verdict': 1}~                         KPI_GATE.json: verdict: 1 is not a text
            KPI_GATE.json~      {'verdict': 'FAIL', 'reasons': ['EDGE', 'RISK']}~ KPI_GATE.json: verdict: FAIL because of EDGE, RISK
            EDGE_SENTINEL.json~ {'advice': ['widen']}~                  EDGE_SENTINEL.json: advice: widen
            EDGE_SENTINEL.json~ {'advice': 'widen'}~                    EDGE_SENTINEL.json: advice: "widen" is not a list of texts and is left out
            """)
    void shouldNoteWhatTheOtherFilesSayAndTakeTheIteration(String file, String json, String note) throws IOException {
        // Given
        write(file, json);

        // When
        IterationReading reading = read(REPORT);

        // Then
        assertThat(reading.summary().orElseThrow().getMakerTakerRatio()).isNull();
        assertThat(reading.notes()).singleElement().asString().startsWith(note);
    }

    @Test
    void shouldSayNothingOfAGateThatPassed() throws IOException {
        // Given
        write("KPI_GATE.json", "{'verdict': 'PASS', 'reasons': []}");
        write("EDGE_SENTINEL.json", "{'advice': []}");

        // When // Then
        assertThat(read(REPORT).notes()).isEmpty();
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(directory.resolve(name), json.replace('\'', '"'));
    }

    private IterationReading read(String report) {
        return new IterationReader(RiskUnit.RATIO, StartValueRule.lenient())
                .edgeReport(
                        report.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        "EDGE_REPORT.json",
                        OptionalInt.of(1),
                        directory);
    }
}
