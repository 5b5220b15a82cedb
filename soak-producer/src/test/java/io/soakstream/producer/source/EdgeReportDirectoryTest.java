package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded edge reports as a soak. */
class EdgeReportDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void shouldTakeSharesFromCounts() throws IOException {
        // When
        RecordedSoak soak = read("scen_counts_only/edge_reports", RiskUnit.RATIO);

        // Then
        assertThat(iterations(soak))
                .extracting(IterationSummary::getMakerTakerRatio)
                .containsExactly(0.8, 0.0, 1.0, 0.75, null, null, 0.9);
        assertThat(iterations(soak))
                .extracting(IterationSummary::getMakerTakerSource)
                .containsExactly("fills_count", "fills_count", "fills_count", "fills_count", null, null, "fills_count");
    }

    @Test
    void shouldReadReportsBelowADirectoryWithTheStartValuesBesideThem() throws IOException {
        // When
        RecordedSoak soak = read("scen_latency_sweep", RiskUnit.RATIO);

        // Then
        SoakEvent started = soak.events().get(0);
        assertThat(soak.kind()).isEqualTo(SourceKind.DIRECTORY);
        assertThat(SoakFiles.numbers(soak)).hasSize(12).startsWith(1, 2).endsWith(12);
        assertThat(started.getRunStarted().getStartOverrides()).hasSize(7);
        assertThat(started.getRunStarted().getTuning()).isEqualTo(TuningMode.OWN);
        assertThat(started.getRunStarted().getTimesSynthesised()).isTrue();
    }

    @Test
    void shouldRefusePercentagesThatAreNotDeclared() throws IOException {
        // When
        RecordedSoak soak = read("scen_percent_units/edge_reports", RiskUnit.RATIO);

        // Then
        assertThat(soak.rejections())
                .extracting(Rejection::where, Rejection::field)
                .containsExactly(refused(1), refused(2), refused(5), refused(6));
        assertThat(iterations(soak)).extracting(IterationSummary::getRiskRatio).containsExactly(1.0, 0.9);
    }

    @Test
    void shouldConvertPercentagesThatAreDeclared() throws IOException {
        // When
        RecordedSoak soak = read("scen_percent_units/edge_reports", RiskUnit.PERCENT);

        // Then
        assertThat(soak.rejections()).isEmpty();
        assertThat(iterations(soak))
                .extracting(IterationSummary::getRiskRatio)
                .containsExactly(0.45, 0.625, 0.01, 0.009, 1.0, 0.35);
    }

    @ParameterizedTest
    @CsvSource({"case1, 5.736935, 15.833333, -4.161259", "negative, -1.779578, 15.833333, -4.161259"})
    void shouldReadReportsOfTheBotItself(String name, double net, double adverse, double slippage) throws IOException {
        // Given
        byte[] bytes = Files.readAllBytes(SoakFiles.recorded("fixtures_repo/EDGE_REPORT_" + name + ".json"));

        // When
        IterationReading reading = new IterationReader(RiskUnit.RATIO, StartValueRule.lenient())
                .edgeReport(bytes, name, OptionalInt.of(1));

        // Then
        IterationSummary summary = reading.summary().orElseThrow();
        assertThat(summary.getNetBps()).isEqualTo(net);
        assertThat(summary.getAdverseBpsP95()).isEqualTo(adverse);
        assertThat(summary.getSlippageBpsP95()).isEqualTo(slippage);
        assertThat(summary.getFills().getTotalCount()).isEqualTo(6.0);
        assertThat(summary.getMakerTakerRatio()).isNull();
        assertThat(summary.getP95LatencyMs()).isNull();
        assertThat(summary.getBotVersion()).isEqualTo("0.1.0");
        assertThat(reading.epochMs()).as("1970 is no time of a soak").isEmpty();
    }

    @Test
    void shouldTakeTheShareOfARecordedWeek() throws IOException {
        // Given
        Files.copy(SoakFiles.recorded("fixtures_repo/EDGE_REPORT_case1.json"), directory.resolve("EDGE_REPORT_1.json"));
        Files.copy(
                SoakFiles.recorded("fixtures_repo/WEEKLY_ROLLUP_case1.json"), directory.resolve("WEEKLY_ROLLUP.json"));

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());

        // Then
        assertThat(iterations(soak).get(0).getMakerTakerRatio()).isEqualTo(0.875);
        assertThat(iterations(soak).get(0).getMakerTakerSource()).isEqualTo("weekly_rollup");
    }

    @Test
    void shouldNotGuessWhoseAuditLogItIs() throws IOException {
        // Given
        Files.writeString(directory.resolve("EDGE_REPORT_1.json"), "{\"totals\": {\"net_bps\": 2}}");
        Files.writeString(directory.resolve("audit.jsonl"), "{\"fields\": {\"reason\": \"risk\"}}");

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());

        // Then
        assertThat(iterations(soak).get(0).getRiskRatio()).isNull();
        assertThat(soak.notes())
                .containsExactly(
                        "audit.jsonl: is not used: it does not say which of the numbered reports it belongs to");
    }

    @Test
    void shouldRefuseANumberThatIsNotThatOfTheName() throws IOException {
        // Given
        Files.writeString(directory.resolve("EDGE_REPORT_1.json"), "{\"iteration\": 2, \"totals\": {\"net_bps\": 1}}");

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());

        // Then
        assertThat(soak.rejections()).hasToString("[EDGE_REPORT_1.json: iteration: 2 is not the 1 of the file's name]");
    }

    @Test
    void shouldNameEveryReportThatIsRefused() throws IOException {
        // Given
        Files.writeString(directory.resolve("EDGE_REPORT_1.json"), "{\"totals\": {\"net_bps\": ");
        Files.writeString(directory.resolve("EDGE_REPORT_2.json"), "{\"totals\": {\"net_bps\": 1}}");
        Files.writeString(directory.resolve("EDGE_REPORT_x.json"), "{}");

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(2);
        assertThat(soak.rejections())
                .extracting(Rejection::where)
                .containsExactly("EDGE_REPORT_x.json", "EDGE_REPORT_1.json");
    }

    private static Tuple refused(int number) {
        return tuple("EDGE_REPORT_" + number + ".json", "totals.block_reasons.risk.ratio");
    }

    private static RecordedSoak read(String name, RiskUnit unit) throws IOException {
        return new SoakReader()
                .read(SoakFiles.recorded(name), ReadOptions.defaults().withRiskUnit(unit));
    }

    private static List<IterationSummary> iterations(RecordedSoak soak) {
        return soak.events().stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .toList();
    }
}
