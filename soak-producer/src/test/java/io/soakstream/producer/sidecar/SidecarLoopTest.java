package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop on the real clock and a real file system; what it waits for are events, never the passing of time. */
class SidecarLoopTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path directory;

    private final FakeRun run = new FakeRun();
    private final Told told = new Told();

    @Test
    void shouldFindAFileLongBeforeTheNextLookAround() throws Exception {
        // Given
        SidecarLoop loop = loop(directory, OptionalInt.of(1), Duration.ofHours(1));
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<SidecarEnd> end = run(loop, started);
        started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        // When
        Files.writeString(directory.resolve("ITER_SUMMARY_1.json"), "{\"net_bps\": 1}");

        // Then
        SidecarEnd came = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(came.sent()).isEqualTo(1);
        assertThat(came.problems()).isEmpty();
        assertThat(run.life).contains("start").endsWith("close");
        assertThat(run.life.get(1)).startsWith("completed");
    }

    @Test
    void shouldEndTheRunWhenItIsStopped() throws Exception {
        // Given
        SidecarLoop loop = loop(directory, OptionalInt.empty(), Duration.ofHours(1));
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<SidecarEnd> end = run(loop, started);
        started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        // When
        loop.stop();

        // Then
        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS).sent()).isZero();
        assertThat(run.life.get(1)).startsWith("completed");
    }

    @Test
    void shouldSendWhatWasWrittenShortlyBeforeItIsStopped() throws Exception {
        // Given
        SidecarLoop loop = loop(directory, OptionalInt.empty(), Duration.ofHours(1));
        loop.stop();

        // When
        SidecarEnd end = loop.run(key -> {
            write("ITER_SUMMARY_1.json", "{\"net_bps\": 1}");
            write("ITER_SUMMARY_2.json", "{");
            return run;
        });

        // Then
        assertThat(run.numbers()).containsExactly(1);
        assertThat(end.sent()).isEqualTo(1);
        assertThat(end.problems()).containsOnlyKeys("ITER_SUMMARY_2.json");
        assertThat(run.life.get(1)).startsWith("completed");
    }

    @Test
    void shouldNotWaitLongForAFileThatNeverRestsWhenItIsStopped() throws Exception {
        // Given
        // On a clock that stands still no file ever becomes quiet.
        SidecarLoop loop = loop(directory, OptionalInt.empty(), Duration.ofHours(1), () -> Instant.EPOCH);
        loop.stop();

        // When
        SidecarEnd end = loop.run(key -> {
            write("ITER_SUMMARY_1.json", "{\"net_bps\": 1}");
            return run;
        });

        // Then
        assertThat(end.sent()).isZero();
        assertThat(end.problems())
                .isEqualTo(Map.of("ITER_SUMMARY_1.json", "was still being written when the run ended: it is not sent"));
    }

    @Test
    void shouldRefuseWhatIsNoDirectory() {
        // Given
        SidecarLoop loop = loop(directory.resolve("no"), OptionalInt.empty(), Duration.ofHours(1));

        // When // Then
        assertThatThrownBy(() -> loop.run(key -> run))
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageEndingWith("is not a directory");
    }

    /** As by whatever starts a command again that was killed, whether or not it had come to its end. */
    @Test
    void shouldSayWhatCameOfARunThatHasEndedAlready() throws Exception {
        // Given
        SidecarLoop ended = named("nightly");
        ended.stop();
        ended.run(key -> {
            write("ITER_SUMMARY_1.json", "{");
            return run;
        });
        List<String> life = List.copyOf(run.life);

        // When
        SidecarEnd again = named("nightly").run(key -> run);

        // Then
        assertThat(again.sent()).isZero();
        assertThat(again.problems()).containsOnlyKeys("ITER_SUMMARY_1.json");
        assertThat(told.notes).singleElement().asString().startsWith("mm:nightly has ended already");
        assertThat(again.isEarlier()).isTrue();
        assertThat(run.life).isEqualTo(life);
    }

    @Test
    void shouldNotTakeWhatCameAfterwardsForTheRunThatHasEnded() throws Exception {
        // Given
        SidecarLoop ended = named("nightly");
        ended.stop();
        ended.run(key -> run);
        write("ITER_SUMMARY_1.json", "{\"net_bps\": 1}");

        // When // Then
        assertThatThrownBy(() -> named("nightly").run(key -> run))
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageContaining("mm:nightly has ended already")
                .hasMessageContaining("1 iteration files that it did not take (ITER_SUMMARY_1.json)");
        assertThat(run.numbers()).isEmpty();
        assertThatThrownBy(() -> named("weekly").run(key -> run))
                .hasMessageContaining("holds 1 iteration files already");
    }

    private CompletableFuture<SidecarEnd> run(SidecarLoop loop, CompletableFuture<Void> started) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return loop.run(key -> {
                    started.complete(null);
                    return run;
                });
            } catch (IOException | InterruptedException failed) {
                throw new CompletionException(failed);
            }
        });
    }

    private void write(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SidecarLoop loop(Path where, OptionalInt iterations, Duration interval) {
        return loop(where, iterations, interval, InstantSource.system());
    }

    private SidecarLoop named(String name) {
        return loop(directory, Optional.of(name), OptionalInt.empty(), Duration.ofHours(1), InstantSource.system());
    }

    private SidecarLoop loop(Path where, OptionalInt iterations, Duration interval, InstantSource clock) {
        return loop(where, Optional.empty(), iterations, interval, clock);
    }

    private SidecarLoop loop(
            Path where, Optional<String> name, OptionalInt iterations, Duration interval, InstantSource clock) {
        SidecarOptions options = new SidecarOptions(
                where,
                where.resolve("runtime_overrides.json"),
                Reads.SUMMARIES,
                Optional.empty(),
                "mm",
                name,
                RiskUnit.RATIO,
                EchoSource.FILE,
                iterations,
                Duration.ofMinutes(5),
                true,
                Duration.ofMillis(20),
                interval);
        return new SidecarLoop(options, StartValueRule.lenient(), told, clock);
    }
}
