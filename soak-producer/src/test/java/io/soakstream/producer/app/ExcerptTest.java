package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.recording.Runs;
import io.soakstream.producer.source.SoakFiles;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExcerptTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));

    @TempDir
    private Path directory;

    private final TestAccess access = new TestAccess();
    private final List<Duration> pauses = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldEndWithTheLastIterationThatIsAskedFor() {
        // When
        int code = replay(recorded(), "--to-iteration=5");

        // Then
        List<SoakEvent> events = events();
        assertThat(code).isZero();
        assertThat(iterations(events)).containsExactly(1, 2, 3, 4, 5);
        assertThat(events.get(0).getRunStarted().getTotalIterations()).isNull();
        assertThat(events.get(6).getRunEnded().getNote()).isEqualTo("replayed as far as iteration 5");
        assertThat(err).asString().contains("note: iterations from the first to 5 are a run of their own");
    }

    @Test
    void shouldBeginWithTheFirstIterationThatIsAskedFor() {
        // When
        int code = replay(recorded(), "--from-iteration=30");

        // Then
        List<SoakEvent> events = events();
        assertThat(code).isZero();
        assertThat(iterations(events)).containsExactly(30, 31, 32, 33, 34, 35, 36);
        assertThat(events.get(0).getRunStarted()).isNotNull();
        assertThat(events.get(8).getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
    }

    @Test
    void shouldLeaveOutEchoesOfWhatIsNotReplayed() {
        // Given: a recording of a run that echoes
        replay(recorded(), "--bot=mm", "--run=A");
        List<SoakEvent> echoing = events();
        echoing.stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .forEach(iteration -> iteration.setOverridesHash("f".repeat(64)));
        Path recording = Runs.recording(directory.resolve("a.avro"), echoing);

        // When
        int code = replay(recording.toString(), "--run=B", "--from-iteration=2", "--to-iteration=3");

        // Then
        List<SoakEvent> cut = events().subList(echoing.size(), echoing.size() + 4);
        assertThat(code).isZero();
        assertThat(cut)
                .filteredOn(event -> event.getIterationSummary() != null)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getIterationSummary().getOverridesHash())
                        .isNull());
        assertThat(err).asString().contains("what the bot echoed is left out");
    }

    @Test
    void shouldSayThatNoSuchIterationIsThere() {
        assertThat(replay(recorded(), "--from-iteration=37")).isEqualTo(2);
        assertThat(err).asString().contains("there is no iteration from 37 to the last");
        assertThat(access.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from-iteration=0", "--to-iteration=x", "--pace=slow", "--pace=0x"})
    void shouldRefuseWhatCannotBe(String option) {
        assertThat(replay(recorded(), option)).isEqualTo(64);
        assertThat(err).asString().contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void shouldRefuseARangeThatEndsBeforeItBegins() {
        assertThat(replay(recorded(), "--from-iteration=9", "--to-iteration=8")).isEqualTo(64);
        assertThat(err).asString().contains("the last iteration, 8, is before the first, 9");
    }

    @Test
    void shouldWaitBetweenEventsAsTheirTimesSay() {
        // When
        int code = replay(recorded(), "--pace=60x", "--to-iteration=3");

        // Then: five minutes between iterations, the start and the end at the time of their neighbour
        assertThat(code).isZero();
        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO);
        assertThat(out)
                .asString()
                .contains("3 iterations written to soak.events.v1 (5 events, partition 0, offsets 0..4)");
    }

    @Test
    void shouldNotWaitUnlessToldSo() {
        assertThat(replay(recorded())).isZero();
        assertThat(pauses).isEmpty();
    }

    private static String recorded() {
        return SoakFiles.recorded("mock36").toString();
    }

    private static List<Integer> iterations(List<SoakEvent> events) {
        return events.stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .map(iteration -> iteration.getIteration())
                .toList();
    }

    private int replay(String... arguments) {
        return new CommandLine(new ReplayCommand(access, access, CLOCK, pauses::add))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<SoakEvent> events() {
        try (Deserializer<SoakEvent> values =
                new AvroSerdes(access.registry()).of(SoakEvent.class).deserializer()) {
            return access.log().stream()
                    .map(one -> values.deserialize("", one.value().get()))
                    .toList();
        }
    }
}
