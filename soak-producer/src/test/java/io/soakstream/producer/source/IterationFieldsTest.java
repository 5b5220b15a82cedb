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
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IterationFieldsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            'risk_ratio': 1.7~            summary.risk_ratio~ 1.7 is outside 0..1 (unit: ratio; use --risk-unit percent for percentages)
            'net_bps': NaN~               summary.net_bps~ "NaN" is not a finite number
            'net_bps': -Infinity~         summary.net_bps~ "-Infinity" is not a finite number
            'net_bps': 1e999~             summary.net_bps~ "Infinity" is not a finite number
            'net_bps': '3.5'~             summary.net_bps~ "3.5" is not a number
            'net_bps': true~              summary.net_bps~ true is not a number
            'p95_latency_ms': -1~         summary.p95_latency_ms~ -1 is negative
            'maker_taker_ratio': 1.2~     summary.maker_taker_ratio~ 1.2 is outside 0..1 (unit: ratio)
            'cancel_ratio': -0.1~         summary.cancel_ratio~ -0.1 is outside 0..1 (unit: ratio)
            'neg_edge_drivers': [1]~      summary.neg_edge_drivers~ [1] is not a list of texts
            'fills': [1]~                 summary.fills~ [1] is not an object
            'fills': {'maker_count': -1}~ summary.fills.maker_count~ -1 is negative
            'fills': {'taker_count': 1.5}~ summary.fills.taker_count~ 1.5 is not a whole number
            'fills': -4~                  summary.fills~ -4 is negative
            'version': 3~                 summary.version~ 3 is not a text
            'mixed': 'no'~                summary.mixed~ "no" is neither true nor false
            'block_reasons': {'risk': {'ratio': 45}}~ summary.block_reasons.risk.ratio~ 45 is outside 0..1 (unit: ratio; use --risk-unit percent for percentages)
            'blocks': {'counts': {'risk': 5}, 'total': 4}~ summary.blocks.counts.risk~ 5 is more than the total of 4
            """, quoteCharacter = '`')
    void shouldNameTheFieldThatIsRefused(String field, String path, String message) {
        // Given
        RejectionList rejections = new RejectionList("ITER_SUMMARY_7.json");

        // When
        parse(field, RiskUnit.RATIO, rejections);

        // Then
        assertThat(rejections.all()).containsExactly(new Rejection("ITER_SUMMARY_7.json", path, message));
    }

    @Test
    void shouldNameEveryFieldThatIsRefused() {
        // Given
        RejectionList rejections = new RejectionList("x");

        // When
        parse("'risk_ratio': 2, 'net_bps': 'a', 'hit_ratio': 3", RiskUnit.RATIO, rejections);

        // Then
        assertThat(rejections.all())
                .extracting(Rejection::field)
                .containsExactlyInAnyOrder("summary.risk_ratio", "summary.net_bps", "summary.hit_ratio");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "1.5", "2147483648", "NaN"})
    void shouldRefuseANumberThatIsNoIteration(String number) {
        // Given
        RejectionList rejections = new RejectionList("x");

        // When
        parseAll("{'iteration': " + number + "}", RiskUnit.RATIO, rejections);

        // Then
        assertThat(rejections.all())
                .singleElement()
                .extracting(Rejection::field)
                .isEqualTo("iteration");
    }

    @Test
    void shouldRefuseALineWithoutANumber() {
        // Given
        RejectionList rejections = new RejectionList("x");

        // When
        parseAll("{'net_bps': 3}", RiskUnit.RATIO, rejections);

        // Then
        assertThat(rejections.all()).hasToString("[x: iteration: is missing]");
    }

    @Test
    void shouldNoteDriversThatAreNoListAndTakeTheRest() {
        // Given
        RejectionList rejections = new RejectionList("ITER_SUMMARY_7.json");

        // When
        ParsedIteration parsed = parse("'neg_edge_drivers': 'x', 'net_bps': 2", RiskUnit.RATIO, rejections);

        // Then
        assertThat(parsed.summary().getNegEdgeDrivers()).isEmpty();
        assertThat(parsed.summary().getNetBps()).isEqualTo(2.0);
        assertThat(rejections.notes())
                .containsExactly(
                        "ITER_SUMMARY_7.json: summary.neg_edge_drivers: \"x\" is not a list of texts and is left out");
    }

    @Test
    void shouldConvertDeclaredPercentages() {
        // When
        IterationSummary summary = parse(
                "'risk_ratio': 62.5, 'min_interval_ratio': 1.0, 'concurrency_ratio': 100,"
                        + " 'block_reasons': {'risk': {'count': 5, 'ratio': 0.9}}, 'maker_taker_ratio': 0.9",
                RiskUnit.PERCENT);

        // Then
        assertThat(summary.getRiskRatio()).isEqualTo(0.625);
        assertThat(summary.getMinIntervalRatio()).isEqualTo(0.01);
        assertThat(summary.getConcurrencyRatio()).isEqualTo(1.0);
        assertThat(summary.getBlockReasons()).containsExactly(new BlockReason("risk", 5L, 0.009));
        assertThat(summary.getMakerTakerRatio()).isEqualTo(0.9);
    }

    @Test
    void shouldTakeAMeanWhereThereIsNoPercentile() {
        // When
        IterationSummary summary = parse("'adverse_bps': 1.5, 'slippage_bps': 0.7, 'slippage_bps_p95': 2.5");

        // Then
        assertThat(summary.getAdverseBpsP95()).isEqualTo(1.5);
        assertThat(summary.getSlippageBpsP95()).isEqualTo(2.5);
    }

    @Test
    void shouldTakeALatencyOfZeroAsUnknown() {
        assertThat(parse("'p95_latency_ms': 0.0").getP95LatencyMs()).isNull();
    }

    @Test
    void shouldLeaveNullsUnknown() {
        // When
        IterationSummary summary =
                parse("'net_bps': null, 'risk_ratio': null, 'fills': null, 'neg_edge_drivers': null");

        // Then
        assertThat(summary).isEqualTo(parse("'unheard_of': {'x': [1]}"));
        assertThat(summary.getNetBps()).isNull();
        assertThat(summary.getFills()).isNull();
    }

    @Test
    void shouldTakeANumberOfFillsAsTheirTotal() {
        // When
        IterationSummary summary = parse("'fills': 250");

        // Then
        assertThat(summary.getFills()).isEqualTo(new Fills(null, null, null, null, 250.0));
        assertThat(summary.getMakerTakerRatio()).isNull();
    }

    @Test
    void shouldTakeBlockRatiosFromTheAuditLogsCounts() {
        // When
        IterationSummary summary = parse(
                "'blocks': {'counts': {'risk': 3, 'allowed': 1, 'throttle': 0}, 'total': 4, 'ratios': {'risk': 75.0}}");

        // Then
        assertThat(summary.getBlockReasons())
                .containsExactly(new BlockReason("risk", 3L, 0.75), new BlockReason("throttle", 0L, 0.0));
    }

    @Test
    void shouldReadTheEchoOfTheOverrides() {
        // When
        IterationSummary summary =
                parse("'effective_overrides': {'engine': {'min_interval_ms': 65}, 'impact_cap_ratio': 0.1},"
                        + " 'overrides_hash': 'abc', 'mixed': true");

        // Then
        assertThat(summary.getEffectiveOverrides())
                .containsExactly(
                        new ParameterValue("impact_cap_ratio", "0.1"), new ParameterValue("min_interval_ms", "65"));
        assertThat(summary.getOverridesHash()).isEqualTo("abc");
        assertThat(summary.getMixed()).isTrue();
    }

    @Test
    void shouldReadAFlatObject() {
        // Given
        RejectionList rejections = new RejectionList("x");

        // When
        ParsedIteration parsed = parseAll(
                "{'iteration': 3, 'net_bps': 2.5, 'maker_fills': 3, 'taker_fills': 1,"
                        + " 'timestamp': '2025-10-12T12:00:00+02:00'}",
                RiskUnit.RATIO,
                rejections);

        // Then
        assertThat(rejections.isEmpty()).isTrue();
        assertThat(parsed.summary().getNetBps()).isEqualTo(2.5);
        assertThat(parsed.summary().getMakerTakerRatio()).isEqualTo(0.75);
        assertThat(parsed.epochMs()).hasValue(1_760_263_200_000L);
    }

    @ParameterizedTest
    @CsvSource({"soon", "1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "2025-10-12"})
    void shouldTakeATimeThatCannotBeUsedAsNone(String time) {
        assertThat(parseAll(
                                "{'iteration': 1, 'summary': {'runtime_utc': '" + time + "'}}",
                                RiskUnit.RATIO,
                                new RejectionList("x"))
                        .epochMs())
                .isEmpty();
    }

    @Test
    void shouldTakeATimeWithoutAnOffsetAsUtc() {
        assertThat(parseAll(
                                "{'iteration': 1, 'summary': {'runtime_utc': '2025-10-12T12:00:00.5'}}",
                                RiskUnit.RATIO,
                                new RejectionList("x"))
                        .epochMs())
                .hasValue(1_760_270_400_500L);
    }

    private static IterationSummary parse(String fields) {
        return parse(fields, RiskUnit.RATIO);
    }

    private static IterationSummary parse(String fields, RiskUnit unit) {
        RejectionList rejections = new RejectionList("x");
        ParsedIteration parsed = parse(fields, unit, rejections);
        assertThat(rejections.all()).isEmpty();
        return parsed.summary();
    }

    private static ParsedIteration parse(String fields, RiskUnit unit, RejectionList rejections) {
        return parseAll("{'iteration': 7, 'summary': {" + fields + "}}", unit, rejections);
    }

    private static ParsedIteration parseAll(String json, RiskUnit unit, RejectionList rejections) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new IterationParser(unit, StartValueRule.lenient())
                .parse(new IterationJson().read(bytes, 0, bytes.length), OptionalInt.empty(), rejections)
                .orElse(null);
    }
}
