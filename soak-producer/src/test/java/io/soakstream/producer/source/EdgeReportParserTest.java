package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeReportParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            'totals': {'block_reasons': {'risk': {'ratio': 45}}}~   totals.block_reasons.risk.ratio~ 45 is outside 0..1 (unit: ratio; use --risk-unit percent for percentages)
            'totals': {'block_reasons': {'risk': {'count': -1}}}~   totals.block_reasons.risk.count~ -1 is negative
            'totals': {'block_reasons': {'risk': 3}}~               totals.block_reasons.risk~ 3 is not an object
            'totals': {'block_reasons': 3}~                         totals.block_reasons~ 3 is not an object
            'totals': {'net_bps': '3.5'}~                           totals.net_bps~ "3.5" is not a number
            'total': {'net_bps': NaN}~                              total.net_bps~ "NaN" is not a finite number
            'totals': {'p95_latency_ms': -5}~                       totals.p95_latency_ms~ -5 is negative
            'totals': {'cancel_ratio': 30}~                         totals.cancel_ratio~ 30 is outside 0..1 (unit: ratio)
            'totals': {'fills': 'many'}~                            totals.fills~ "many" is not an object
            'totals': {'fills': {'maker_count': 1.5}}~              totals.fills.maker_count~ 1.5 is not a whole number
            'totals': {'neg_edge_drivers': [1]}~                    totals.neg_edge_drivers~ [1] is not a list of texts
            'totals': {'net_bps': 1}, 'runtime': 7~                 runtime~ 7 is not an object
            'totals': {'net_bps': 1}, 'runtime': {'version': 7}~    runtime.version~ 7 is not a text
            'totals': 3~                                            totals~ 3 is not an object
            'total': [], 'totals': {'net_bps': 1}~                  total~ [] is not an object
            'totals': {'net_bps': 1}, 'iteration': 0~               iteration~ 0 is not a whole number from 1 on
            """, quoteCharacter = '`')
    void shouldNameTheFieldThatIsRefused(String fields, String path, String message) {
        // When
        IterationReading reading = read(RiskUnit.RATIO, fields);

        // Then
        assertThat(reading.summary()).isEmpty();
        assertThat(reading.rejections()).contains(new Rejection("EDGE_REPORT.json", path, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"'runtime': {}", "'total': {}, 'totals': {}", "'totals': null"})
    void shouldRefuseAReportWithNothingInIt(String fields) {
        // When
        IterationReading reading = read(RiskUnit.RATIO, fields);

        // Then
        assertThat(reading.rejections())
                .containsExactly(
                        new Rejection("EDGE_REPORT.json", "totals", "there is nothing in it, and nothing in total"));
    }

    @Test
    void shouldTakeTheNumberThatTheReportStates() {
        assertThat(parse("'iteration': 9, 'total': {'net_bps': 1}").getIteration())
                .isEqualTo(9);
        assertThat(parse("'total': {'net_bps': 1}").getIteration()).isEqualTo(7);
    }

    @Test
    void shouldReadTotalBeforeTotals() {
        // When
        IterationSummary both = parse("'total': {'net_bps': 1}, 'totals': {'net_bps': 2}");
        IterationSummary empty = parse("'total': {}, 'totals': {'net_bps': 2}");

        // Then
        assertThat(both.getNetBps()).isEqualTo(1.0);
        assertThat(empty.getNetBps()).isEqualTo(2.0);
    }

    @Test
    void shouldTakeMeansWhereThereAreNoPercentiles() {
        // When
        IterationSummary summary = parse("'totals': {'adverse_bps': 1.5, 'slippage_bps': -0.7}");

        // Then
        assertThat(summary.getAdverseBpsP95()).isEqualTo(1.5);
        assertThat(summary.getSlippageBpsP95()).isEqualTo(-0.7);
    }

    @Test
    void shouldPutNoDefaultsInThePlaceOfWhatIsUnknown() {
        // When
        IterationSummary summary = parse("'totals': {'net_bps': 2}");

        // Then
        IterationSummary nothingElse = new IterationSummary();
        nothingElse.setIteration(7);
        nothingElse.setNetBps(2.0);
        nothingElse.setBlockReasons(List.of());
        nothingElse.setNegEdgeDrivers(List.of());
        nothingElse.setEffectiveOverrides(List.of());
        assertThat(summary).isEqualTo(nothingElse);
    }

    @Test
    void shouldTakeALatencyOfZeroAsUnknownAndOtherZerosAsValues() {
        // When
        IterationSummary summary =
                parse("'totals': {'p95_latency_ms': 0.0, 'ws_lag_p95_ms': 0.0, 'cancel_ratio': 0, 'net_bps': 0}");

        // Then
        assertThat(summary.getP95LatencyMs()).isNull();
        assertThat(summary.getWsLagP95Ms()).isZero();
        assertThat(summary.getCancelRatio()).isZero();
        assertThat(summary.getNetBps()).isZero();
    }

    @Test
    void shouldTakeRatiosFromTheBlockReasons() {
        // When
        IterationSummary summary = parse("'totals': {'block_reasons': {'risk': {'count': 30, 'ratio': 0.3},"
                + " 'min_interval': {'count': 0, 'ratio': 0.0}, 'concurrency': {'count': 4}}}");

        // Then
        assertThat(summary.getRiskRatio()).isEqualTo(0.3);
        assertThat(summary.getMinIntervalRatio()).isZero();
        assertThat(summary.getConcurrencyRatio()).isNull();
        assertThat(summary.getBlockReasons())
                .containsExactly(
                        new BlockReason("concurrency", 4L, null),
                        new BlockReason("min_interval", 0L, 0.0),
                        new BlockReason("risk", 30L, 0.3));
    }

    @ParameterizedTest
    @CsvSource({"45,0.45", "1,0.01", "0.9,0.009", "100,1.0", "0,0.0"})
    void shouldConvertDeclaredPercentages(String percent, double ratio) {
        // When
        IterationReading reading =
                read(RiskUnit.PERCENT, "'totals': {'block_reasons': {'risk': {'ratio': " + percent + "}}}");

        // Then
        assertThat(reading.summary().orElseThrow().getRiskRatio()).isEqualTo(ratio);
    }

    @Test
    void shouldTakeANumberOfFillsAsTheirTotalAndNoShareFromIt() {
        // When
        IterationSummary summary = parse("'total': {'fills': 6.000000}");

        // Then
        assertThat(summary.getFills()).isEqualTo(new Fills(null, null, null, null, 6.0));
        assertThat(summary.getMakerTakerRatio()).isNull();
        assertThat(summary.getMakerTakerSource()).isNull();
    }

    @Test
    void shouldTakeDriversThatAreNoListAsNoneAndNoteIt() {
        // When
        IterationReading reading = read(RiskUnit.RATIO, "'totals': {'neg_edge_drivers': {'slippage_bps': 1}}");

        // Then
        assertThat(reading.summary().orElseThrow().getNegEdgeDrivers()).isEmpty();
        assertThat(reading.notes())
                .containsExactly(
                        "EDGE_REPORT.json: totals.neg_edge_drivers: {\"slippage_bps\":1} is not a list of texts"
                                + " and is left out");
    }

    @Test
    void shouldReadWhenAndByWhomItWasWritten() {
        // When
        IterationReading reading = read(
                RiskUnit.RATIO,
                "'runtime': {'utc': '2025-10-12T12:00:00Z', 'version': '1.2'}, 'totals': {'net_bps': 1}");

        // Then
        assertThat(reading.epochMs()).hasValue(1_760_270_400_000L);
        assertThat(reading.summary().orElseThrow().getBotVersion()).isEqualTo("1.2");
    }

    @Test
    void shouldReadTheEchoOfABotThatWritesOne() {
        // When
        IterationSummary summary =
                parse("'totals': {'net_bps': 1, 'effective_overrides': {'engine': {'min_interval_ms': 65}}}");

        // Then
        assertThat(summary.getEffectiveOverrides()).isEqualTo(List.of(new ParameterValue("min_interval_ms", "65")));
    }

    private static IterationSummary parse(String fields) {
        IterationReading reading = read(RiskUnit.RATIO, fields);
        assertThat(reading.rejections()).isEmpty();
        return reading.summary().orElseThrow();
    }

    private static IterationReading read(RiskUnit unit, String fields) {
        byte[] bytes = ("{" + fields + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new IterationReader(unit, StartValueRule.lenient())
                .edgeReport(bytes, "EDGE_REPORT.json", OptionalInt.of(7));
    }
}
