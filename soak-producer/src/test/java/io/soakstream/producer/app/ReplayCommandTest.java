package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.source.SoakFiles;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of files of iterations, with the options and start values that are given. */
class ReplayCommandTest {
    @TempDir
    private Path directory;

    private final TestCommands commands = new TestCommands();

    @Test
    void shouldReplayADirectoryAsAFreshRun() {
        // When
        int code = commands.replay(SoakFiles.recorded("mock36").toString());

        // Then
        assertThat(code).isZero();
        assertThat(commands.out)
                .asString()
                .contains("bot:RUN_1700000000000: 36 iterations written to soak.events.v1 (38 events, partition 0,")
                .contains("event times are made up");
        assertThat(commands.access.log()).hasSize(38);
    }

    @Test
    void shouldPrintEveryRejectionAndWriteTheRest() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.write(directory, "2", "{\"iteration\": 2, \"summary\": {\"risk_ratio\": 1.7, \"net_bps\": \"x\"}}");
        SoakFiles.iteration(directory, 3);

        // When
        int code = commands.replay(directory.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(commands.err.toString().lines())
                .containsExactly(
                        "refused: ITER_SUMMARY_2.json: summary.net_bps: \"x\" is not a number",
                        "refused: ITER_SUMMARY_2.json: summary.risk_ratio: 1.7 is outside 0..1"
                                + " (unit: ratio; use --risk-unit percent for percentages)");
        assertThat(commands.out).asString().contains("missing iterations: [2]");
        assertThat(commands.access.log()).hasSize(4);
    }

    @Test
    void shouldReplayUnderTheGivenNameWithTheGivenOptions() {
        // When
        int code = commands.replay(
                SoakFiles.recorded("percent_units.jsonl").toString(),
                "--bot=mm",
                "--run=R1",
                "--risk-unit=percent",
                "--period-seconds=60",
                "--tuning=recorded");

        // Then
        SoakEvent start = commands.events().get(0);
        assertThat(code).isZero();
        assertThat(start.getBot()).isEqualTo("mm");
        assertThat(start.getRun()).isEqualTo("R1");
        assertThat(start.getOrigin()).isNull();
        assertThat(start.getRunStarted().getPeriodMs()).isEqualTo(60_000);
        assertThat(start.getRunStarted().getTuning()).isEqualTo(TuningMode.RECORDED);
        assertThat(commands.events().get(1).getIterationSummary().getRiskRatio())
                .isEqualTo(0.45);
    }

    @Test
    void shouldFindNoIterations() {
        assertThat(commands.replay(directory.toString())).isEqualTo(2);
        assertThat(commands.err).asString().contains("no ITER_SUMMARY_<n>.json");
    }

    @Test
    void shouldFindNoIterationsWhereEveryFileIsBad() throws IOException {
        // Given
        SoakFiles.write(directory, "1", "{");

        // When // Then
        assertThat(commands.replay(directory.toString())).isEqualTo(2);
        assertThat(commands.err)
                .asString()
                .contains("refused: ITER_SUMMARY_1.json")
                .contains("soak: nothing to replay");
    }

    @ParameterizedTest
    @CsvSource({
        "not-there, ''",
        "'', --risk-unit=guess",
        "'', --tuning=theirs",
        "'', --period-seconds=0",
        "'', --bot=a b",
        "'', --nonsense"
    })
    void shouldRefuseAWrongPathOrOption(String path, String option) throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        String given = directory.resolve(path).toString();

        // When
        int code = option.isEmpty() ? commands.replay(given) : commands.replay(given, option);

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(commands.err.toString()).isNotBlank();
        assertThat(commands.access.log()).isEmpty();
    }

    @Test
    void shouldSayThatTheBrokerIsNotAvailable() {
        // Given
        commands.access.producer().sendException = new TimeoutException("no broker answered");

        // When
        int code = commands.replay(SoakFiles.recorded("mock36").toString());

        // Then
        assertThat(code).isEqualTo(69);
        assertThat(commands.err).asString().startsWith("soak: ").contains("no broker answered");
    }

    @Test
    void shouldStartWithAProfileAPresetAndAWarmUp() throws IOException {
        // Given: values beside the iterations, which the profile stands before
        SoakFiles.iteration(directory, 1);
        Files.writeString(directory.resolve("runtime_overrides.start.json"), "{\"tail_age_ms\": 999}");

        // When
        int code = commands.replay(
                directory.toString(),
                "--profile=steady_safe",
                "--preset=maker_bias_uplift_v1",
                "--warmup=warmup_conservative_v1");

        // Then: 250 x 0.90 x 0.75 is below the bound, the way back is not
        RunStarted start = commands.events().get(0).getRunStarted();
        assertThat(code).isZero();
        assertThat(start.getProfile()).isEqualTo("steady_safe");
        assertThat(start.getStartOverrides()).hasSize(8).contains(new ParameterValue("replace_rate_per_min", "200"));
        assertThat(start.getSchedule())
                .extracting(ScheduledValues::getAfterIteration)
                .containsExactly(5, 6);
        assertThat(start.getSchedule().get(1).getValues()).contains(new ParameterValue("replace_rate_per_min", "225"));
        assertThat(commands.err)
                .asString()
                .contains("note: runtime_overrides.start.json is not used: the profile stands before it")
                .contains("note: preset maker_bias_uplift_v1: engine.min_interval_ms: 90 ms is cut to 80");
    }

    @Test
    void shouldPutAPresetOnTheStartValuesBesideALinesFile() throws IOException {
        // Given
        Path lines = Files.writeString(directory.resolve("soak.jsonl"), SoakFiles.json(1) + "\n");
        Files.writeString(directory.resolve("runtime_overrides.start.json"), "{\"engine\": {\"min_interval_ms\": 50}}");

        // When
        int code = commands.replay(lines.toString(), "--preset=maker_bias_uplift_v1");

        // Then
        RunStarted start = commands.events().get(0).getRunStarted();
        assertThat(code).isZero();
        assertThat(start.getProfile()).isNull();
        assertThat(start.getStartOverrides()).contains(new ParameterValue("min_interval_ms", "65"));
        assertThat(start.getSchedule()).isEmpty();
    }

    @Test
    void shouldSayThatRecordedTuningDoesNotCareForAStart() {
        // When
        int code = commands.replay(SoakFiles.recorded("mock36").toString(), "--start-set=steady_safe");

        // Then
        assertThat(code).isZero();
        assertThat(commands.err).asString().contains("start values and warm-up only do with --tuning own");
    }

    @Test
    void shouldRefuseAnUnknownProfileAndNameTheKnownOnes() {
        assertThat(commands.replay(SoakFiles.recorded("mock36").toString(), "--profile=steady"))
                .isEqualTo(64);
        assertThat(commands.err)
                .asString()
                .contains("neither a profile (best_cell, default_overrides, reckless, steady_safe) nor a file");
    }

    @Test
    void shouldPrintItsHelp() {
        assertThat(commands.replay("--help")).isZero();
        assertThat(commands.out)
                .asString()
                .contains("--risk-unit")
                .contains("default: ratio")
                .contains("69");
    }
}
