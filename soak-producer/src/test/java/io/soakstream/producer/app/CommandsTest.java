package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.Runs;
import io.soakstream.producer.source.SoakFiles;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));

    @TempDir
    private Path directory;

    private final TestAccess access = new TestAccess();
    private final List<Duration> pauses = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldReplayADirectoryAsAFreshRun() {
        // When
        int code = replay(SoakFiles.recorded("mock36").toString());

        // Then
        assertThat(code).isZero();
        assertThat(out)
                .asString()
                .contains("bot:RUN_1700000000000: 36 iterations written to soak.events.v1 (38 events, partition 0,")
                .contains("event times are made up");
        assertThat(access.log()).hasSize(38);
    }

    @Test
    void shouldPrintEveryRejectionAndWriteTheRest() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.write(directory, "2", "{\"iteration\": 2, \"summary\": {\"risk_ratio\": 1.7, \"net_bps\": \"x\"}}");
        SoakFiles.iteration(directory, 3);

        // When
        int code = replay(directory.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "refused: ITER_SUMMARY_2.json: summary.net_bps: \"x\" is not a number",
                        "refused: ITER_SUMMARY_2.json: summary.risk_ratio: 1.7 is outside 0..1"
                                + " (unit: ratio; use --risk-unit percent for percentages)");
        assertThat(out).asString().contains("missing iterations: [2]");
        assertThat(access.log()).hasSize(4);
    }

    @Test
    void shouldReplayUnderTheGivenNameWithTheGivenOptions() {
        // When
        int code = replay(
                SoakFiles.recorded("percent_units.jsonl").toString(),
                "--bot=mm",
                "--run=R1",
                "--risk-unit=percent",
                "--period-seconds=60",
                "--tuning=recorded");

        // Then
        SoakEvent start = events().get(0);
        assertThat(code).isZero();
        assertThat(start.getBot()).isEqualTo("mm");
        assertThat(start.getRun()).isEqualTo("R1");
        assertThat(start.getOrigin()).isNull();
        assertThat(start.getRunStarted().getPeriodMs()).isEqualTo(60_000);
        assertThat(start.getRunStarted().getTuning()).isEqualTo(TuningMode.RECORDED);
        assertThat(events().get(1).getIterationSummary().getRiskRatio()).isEqualTo(0.45);
    }

    @Test
    void shouldFindNoIterations() {
        assertThat(replay(directory.toString())).isEqualTo(2);
        assertThat(err).asString().contains("no ITER_SUMMARY_<n>.json");
    }

    @Test
    void shouldFindNoIterationsWhereEveryFileIsBad() throws IOException {
        // Given
        SoakFiles.write(directory, "1", "{");

        // When // Then
        assertThat(replay(directory.toString())).isEqualTo(2);
        assertThat(err).asString().contains("refused: ITER_SUMMARY_1.json").contains("nothing to replay");
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
        int code = option.isEmpty() ? replay(given) : replay(given, option);

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(err.toString()).isNotBlank();
        assertThat(access.log()).isEmpty();
    }

    @Test
    void shouldSayThatTheBrokerIsNotAvailable() {
        // Given
        access.producer().sendException = new TimeoutException("no broker answered");

        // When
        int code = replay(SoakFiles.recorded("mock36").toString());

        // Then
        assertThat(code).isEqualTo(69);
        assertThat(err).asString().contains("no broker answered");
    }

    @Test
    void shouldRecordWhatWasReplayed() throws IOException {
        // Given
        replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");

        // When
        int code = record("mm:A", "a.avro");

        // Then
        assertThat(code).isZero();
        assertThat(out).asString().contains("mm:A: 38 events recorded in");
        assertThat(Files.size(directory.resolve("a.avro"))).isPositive();
    }

    @Test
    void shouldGiveTheSameRecordingOfAReplayButForItsName() throws IOException {
        // Given
        replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");

        // When
        replay(directory.resolve("a.avro").toString(), "--run=B");
        record("mm:B", "b.avro");

        // Then
        assertThat(events().subList(38, 76))
                .allSatisfy(event -> assertThat(event.getOrigin()).isEqualTo("mm:A"));
        assertThat(unnamed(events().subList(38, 76))).isEqualTo(unnamed(events().subList(0, 38)));
    }

    @Test
    void shouldGiveTheSameBytesOfAReplayUnderItsOwnName() throws IOException {
        // Given
        replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");
        TestAccess elsewhere = new TestAccess();
        run(new ReplayCommand(elsewhere, elsewhere, CLOCK, pauses::add), path("a.avro"), "--run=A");

        // When
        run(new RecordCommand(elsewhere, elsewhere, () -> Runs.CONTEXT), "--run=A", "--out=" + path("again.avro"));

        // Then
        assertThat(elsewhere.log()).isEqualTo(access.log());
        assertThat(directory.resolve("again.avro")).hasSameBinaryContentAs(directory.resolve("a.avro"));
    }

    @Test
    void shouldGiveTheSameBytesOfAReplayOfAReplayButForItsName() throws IOException {
        // Given
        replay(SoakFiles.recorded("pin_missing").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");
        replay(path("a.avro"), "--run=B");
        record("mm:B", "b.avro");

        // When
        replay(path("b.avro"), "--run=C");
        record("mm:C", "c.avro");

        // Then
        List<RecordedEvent> log = access.log();
        assertThat(log.subList(24, 36)).isEqualTo(renamed(log.subList(12, 24), "B", "C"));
        assertThat(Files.size(directory.resolve("c.avro"))).isEqualTo(Files.size(directory.resolve("b.avro")));
    }

    @Test
    void shouldFindNoRunToRecord() {
        assertThat(record("mm:Z", "z.avro")).isEqualTo(2);
        assertThat(directory.resolve("z.avro")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"a b, x.avro", "mm:A, nowhere/x.avro"})
    void shouldRefuseAWrongRunOrPlace(String run, String file) {
        assertThat(record(run, file)).isEqualTo(64);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void shouldStartWithAProfileAPresetAndAWarmUp() throws IOException {
        // Given: values beside the iterations, which the profile stands before
        SoakFiles.iteration(directory, 1);
        Files.writeString(directory.resolve("runtime_overrides.start.json"), "{\"tail_age_ms\": 999}");

        // When
        int code = replay(
                directory.toString(),
                "--profile=steady_safe",
                "--preset=maker_bias_uplift_v1",
                "--warmup=warmup_conservative_v1");

        // Then: 250 x 0.90 x 0.75 is below the bound, the way back is not
        RunStarted start = events().get(0).getRunStarted();
        assertThat(code).isZero();
        assertThat(start.getProfile()).isEqualTo("steady_safe");
        assertThat(start.getStartOverrides()).hasSize(8).contains(new ParameterValue("replace_rate_per_min", "200"));
        assertThat(start.getSchedule())
                .extracting(ScheduledValues::getAfterIteration)
                .containsExactly(5, 6);
        assertThat(start.getSchedule().get(1).getValues()).contains(new ParameterValue("replace_rate_per_min", "225"));
        assertThat(err)
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
        int code = replay(lines.toString(), "--preset=maker_bias_uplift_v1");

        // Then
        RunStarted start = events().get(0).getRunStarted();
        assertThat(code).isZero();
        assertThat(start.getProfile()).isNull();
        assertThat(start.getStartOverrides()).contains(new ParameterValue("min_interval_ms", "65"));
        assertThat(start.getSchedule()).isEmpty();
    }

    @Test
    void shouldSayThatRecordedTuningDoesNotCareForAStart() {
        // When
        int code = replay(SoakFiles.recorded("mock36").toString(), "--start-set=steady_safe");

        // Then
        assertThat(code).isZero();
        assertThat(err).asString().contains("start values and warm-up only do with --tuning own");
    }

    @Test
    void shouldRefuseAnUnknownProfileAndNameTheKnownOnes() {
        assertThat(replay(SoakFiles.recorded("mock36").toString(), "--profile=steady"))
                .isEqualTo(64);
        assertThat(err)
                .asString()
                .contains("neither a profile (best_cell, default_overrides, reckless, steady_safe) nor a file");
    }

    @Test
    void shouldRefuseAStartForARecording() {
        // Given
        replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");

        // When
        int code = replay(path("a.avro"), "--warmup=warmup_conservative_v1");

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(err).asString().contains("a.avro is a recording, which has its own start");
        assertThat(access.log()).hasSize(38);
    }

    @Test
    void shouldPrintItsHelp() {
        assertThat(replay("--help")).isZero();
        assertThat(out)
                .asString()
                .contains("--risk-unit")
                .contains("default: ratio")
                .contains("69");
    }

    private int replay(String... arguments) {
        return run(new ReplayCommand(access, access, CLOCK, pauses::add), arguments);
    }

    private int record(String run, String file) {
        return run(new RecordCommand(access, access, () -> Runs.CONTEXT), "--run", run, "--out", path(file));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String path(String file) {
        return directory.resolve(file).toString();
    }

    private List<SoakEvent> events() {
        try (Deserializer<SoakEvent> values =
                new AvroSerdes(access.registry()).of(SoakEvent.class).deserializer()) {
            return access.log().stream()
                    .map(one -> values.deserialize("", one.value().get()))
                    .toList();
        }
    }

    private static List<SoakEvent> unnamed(List<SoakEvent> events) {
        events.forEach(event -> {
            event.setBot("");
            event.setRun("");
            event.setOrigin(null);
        });
        return events;
    }

    /** Replaces a run's one-letter name in keys and values, which have the same length with either. */
    private static List<RecordedEvent> renamed(List<RecordedEvent> events, String from, String to) {
        Function<byte[], byte[]> rename = bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\u0004mm\u0002" + from, "\u0004mm\u0002" + to)
                .replace("mm:" + from, "mm:" + to)
                .getBytes(StandardCharsets.ISO_8859_1);
        return events.stream()
                .map(one -> RecordedEvent.of(
                        rename.apply(one.key().get()), rename.apply(one.value().get())))
                .toList();
    }
}
