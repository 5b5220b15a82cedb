package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of soaks that were recorded with an earlier system. */
class RecordedSoaksTest {
    @Test
    void shouldReadAMockRunOf36Iterations() throws IOException {
        // When
        RecordedSoak soak = read("mock36");

        // Then
        List<IterationSummary> last8 = iterations(soak).subList(28, 36);
        assertThat(mean(last8, IterationSummary::getNetBps)).isCloseTo(5.95, within(1e-9));
        assertThat(mean(last8, IterationSummary::getMakerTakerRatio)).isCloseTo(0.85, within(1e-9));
        assertThat(mean(last8, IterationSummary::getRiskRatio)).isCloseTo(0.30, within(1e-9));
        assertThat(last8).extracting(IterationSummary::getP95LatencyMs).containsOnly(180.0);
        assertThat(iterations(soak))
                .extracting(IterationSummary::getIteration)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 36).boxed().toList());
        assertThat(soak.rejections()).isEmpty();
    }

    @Test
    void shouldMakeUpTheTimesOfAMockRunAndSaySo() throws IOException {
        // When
        RecordedSoak soak = read("mock36");

        // Then
        RunStarted started = soak.events().get(0).getRunStarted();
        assertThat(soak.timesSynthesised()).isTrue();
        assertThat(started.getTimesSynthesised()).isTrue();
        assertThat(soak.events().get(0).getEventTimeMs()).isEqualTo(1_760_270_400_000L);
        assertThat(soak.events().get(37).getEventTimeMs()).isEqualTo(1_760_270_400_000L + 35 * 300_000L);
    }

    @Test
    void shouldReadWhatTheOtherTunerDid() throws IOException {
        // When
        RecordedSoak soak = read("mock36");

        // Then
        List<RecordedTuning> tuning = iterations(soak).stream()
                .map(IterationSummary::getRecordedTuning)
                .toList();
        assertThat(soak.events().get(0).getRunStarted().getTuning()).isEqualTo(TuningMode.RECORDED);
        assertThat(numbersWhere(tuning, RecordedTuning::getApplied)).containsExactly(1, 3);
        assertThat(numbersWhere(tuning, one -> one.getSkipReasons().contains("velocity")))
                .containsExactly(4, 5, 6);
        assertThat(numbersWhere(tuning, one -> one.getSkipReasons().contains("no_op")))
                .hasSize(31);
        assertThat(tuning.get(1).getSkipNote()).isEqualTo("no effective change");
        assertThat(tuning.get(2).getRules()).contains("AGGRESSIVE");
    }

    @Test
    void shouldTakeSharesFromCountsAndNotFromInventedValues() throws IOException {
        // When
        RecordedSoak soak = read("scen_counts_only");

        // Then
        assertThat(iterations(soak))
                .extracting(IterationSummary::getMakerTakerRatio)
                .containsExactly(0.8, 0.0, 1.0, 0.75, null, null, 0.9);
        assertThat(iterations(soak).get(4).getMakerTakerSource()).isNull();
        assertThat(iterations(soak).get(1).getMakerTakerSource()).isEqualTo("fills_count");
        assertThat(soak.events().get(0).getRunStarted().getStartOverrides()).isNotEmpty();
    }

    @Test
    void shouldRefusePercentagesThatAreNotDeclared() throws IOException {
        // When
        RecordedSoak soak = read("percent_units.jsonl");

        // Then
        assertThat(soak.rejections())
                .extracting(Rejection::where)
                .containsExactly(
                        "percent_units.jsonl line 1",
                        "percent_units.jsonl line 2",
                        "percent_units.jsonl line 5",
                        "percent_units.jsonl line 6");
        assertThat(soak.rejections().get(0))
                .hasToString("percent_units.jsonl line 1: summary.risk_ratio: 45 is outside 0..1"
                        + " (unit: ratio; use --risk-unit percent for percentages)");
        assertThat(iterations(soak)).extracting(IterationSummary::getRiskRatio).containsExactly(1.0, 0.9);
    }

    @Test
    void shouldConvertPercentagesThatAreDeclared() throws IOException {
        // Given
        ReadOptions options = ReadOptions.defaults().withRiskUnit(RiskUnit.PERCENT);

        // When
        RecordedSoak soak = new SoakReader().read(SoakFiles.recorded("percent_units.jsonl"), options);

        // Then
        assertThat(soak.rejections()).isEmpty();
        assertThat(iterations(soak))
                .extracting(IterationSummary::getRiskRatio)
                .containsExactly(0.45, 0.625, 0.01, 0.009, 1.0, 0.35);
    }

    @Test
    void shouldTakeRatiosOfIterationFilesAsTheyAre() throws IOException {
        assertThat(iterations(read("scen_percent_units")))
                .extracting(IterationSummary::getRiskRatio)
                .containsExactly(0.45, 0.625, 1.0, 0.9, 1.0, 0.35);
    }

    @Test
    void shouldReadGeneratedSoakDataWithItsOwnTimes() throws IOException {
        // When
        RecordedSoak soak = read("create_test_soak_data_24");

        // Then
        List<IterationSummary> last8 = iterations(soak).subList(16, 24);
        List<RecordedTuning> tuning =
                last8.stream().map(IterationSummary::getRecordedTuning).toList();
        assertThat(soak.timesSynthesised()).isFalse();
        assertThat(mean(last8, IterationSummary::getMakerTakerRatio)).isCloseTo(0.90, within(1e-9));
        assertThat(mean(last8, IterationSummary::getNetBps)).isCloseTo(3.1375, within(1e-9));
        assertThat(mean(last8, IterationSummary::getP95LatencyMs)).isCloseTo(305.0, within(1e-9));
        assertThat(tuning.stream().filter(RecordedTuning::getFreezeTriggered)).hasSize(3);
        assertThat(numbersWhere(tuning, one -> one.getSkipReasons().contains("velocity")))
                .hasSize(1);
        assertThat(tuning).extracting(RecordedTuning::getStateHash).contains("sig_a1b2c3d4", "sig_e5f6g7h8");
    }

    @Test
    void shouldKeepMissingValuesMissing() throws IOException {
        // When
        RecordedSoak soak = read("pin_missing/iterations.jsonl");

        // Then
        assertThat(iterations(soak).get(1).getNetBps()).isNull();
        assertThat(iterations(soak).get(3).getRiskRatio()).isNull();
        assertThat(iterations(soak).get(4).getP95LatencyMs()).isNull();
        assertThat(iterations(soak).get(5).getMakerTakerRatio()).isNull();
        assertThat(soak.events().get(0).getRunStarted().getTuning()).isEqualTo(TuningMode.OWN);
        assertThat(soak.events()).extracting(SoakEvent::getEventTimeMs).startsWith(946_684_800_000L);
    }

    @Test
    void shouldReadJsonLinesOfADirectoryWithoutIterationFiles() throws IOException {
        assertThat(read("pin_missing").events())
                .isEqualTo(read("pin_missing/iterations.jsonl").events());
    }

    @Test
    void shouldLetTheCallerSayWhoseTuningCounts() throws IOException {
        // Given
        ReadOptions options = ReadOptions.defaults().withTuning(Optional.of(TuningMode.OWN));

        // When
        RecordedSoak soak = new SoakReader().read(SoakFiles.recorded("mock36"), options);

        // Then
        assertThat(soak.events().get(0).getRunStarted().getTuning()).isEqualTo(TuningMode.OWN);
    }

    private static RecordedSoak read(String name) throws IOException {
        return new SoakReader().read(SoakFiles.recorded(name), ReadOptions.defaults());
    }

    private static List<IterationSummary> iterations(RecordedSoak soak) {
        return soak.events().stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .toList();
    }

    private static double mean(List<IterationSummary> iterations, Function<IterationSummary, Double> kpi) {
        return iterations.stream().mapToDouble(kpi::apply).average().orElseThrow();
    }

    private static List<Integer> numbersWhere(
            List<RecordedTuning> tuning, Function<RecordedTuning, Boolean> condition) {
        return IntStream.range(0, tuning.size())
                .filter(index -> condition.apply(tuning.get(index)))
                .mapToObj(index -> index + 1)
                .toList();
    }
}
