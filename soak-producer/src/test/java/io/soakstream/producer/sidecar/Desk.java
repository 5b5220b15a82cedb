package io.soakstream.producer.sidecar;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A bot's directory with a sidecar at it, and a clock that stands still until it is moved. */
final class Desk implements AutoCloseable {
    static final long START_MS = 1_760_270_400_000L;
    static final Duration QUIET = Duration.ofMillis(500);

    final Path directory;
    final Path overrides;
    final FakeRun run = new FakeRun();
    final Told told = new Told();
    Reads reads = Reads.SUMMARIES;
    EchoSource echo = EchoSource.FILE;
    Optional<Existing> existing = Optional.empty();
    Optional<String> name = Optional.empty();
    OptionalInt iterations = OptionalInt.empty();
    Sidecar sidecar;
    private long nowMs = START_MS;
    private StateFile state;

    Desk(Path directory) {
        this.directory = directory;
        this.overrides = directory.resolve("runtime_overrides.json");
    }

    /** Starts a sidecar, or starts it again. */
    Desk start() throws IOException {
        SidecarOptions options = new SidecarOptions(
                directory,
                overrides,
                reads,
                existing,
                "mm",
                name,
                RiskUnit.RATIO,
                echo,
                iterations,
                Duration.ofMinutes(5),
                true,
                QUIET,
                Duration.ofSeconds(1));
        close();
        state = StateFile.open(directory);
        SidecarStart start =
                new SidecarStart(options, StartValueRule.lenient(), told, () -> Instant.ofEpochMilli(nowMs));
        sidecar = start.sidecar(start.journal(state), run);
        return this;
    }

    void pass(Duration time) {
        nowMs += time.toMillis();
    }

    long nowMs() {
        return nowMs;
    }

    /** Looks twice, with more than the quiet time between. */
    void scan() throws IOException {
        sidecar.scan();
        pass(QUIET.multipliedBy(2));
        sidecar.scan();
    }

    /** Writes a file as of now. */
    void write(String file, String json) throws IOException {
        write(file, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file as of now. */
    void write(String file, byte[] content) throws IOException {
        Path path = directory.resolve(file);
        Files.write(path, content);
        Files.setLastModifiedTime(path, FileTime.fromMillis(nowMs));
    }

    /** Writes an iteration that has just ended; a minute has passed since the last thing happened. */
    void iteration(int number) throws IOException {
        pass(Duration.ofMinutes(1));
        write("ITER_SUMMARY_" + number + ".json", summary(number, ""));
    }

    static String summary(int number, String more) {
        return "{'iteration': " + number + ", 'summary': {'net_bps': " + number + more + "}}";
    }

    /** The stream wants a version with one value changed. */
    void want(long version, String parameter, String value) {
        run.wanted = Optional.of(new Wanted(version, values(Map.of(parameter, value))));
    }

    static Overrides values(Map<String, String> given) {
        Map<String, BigDecimal> decimals = new HashMap<>();
        given.forEach((parameter, value) -> decimals.put(parameter, new BigDecimal(value)));
        return Overrides.startingFrom(ParameterCatalogue.standard(), decimals);
    }

    Path stateFile() {
        return directory.resolve(".soakstream/state.json");
    }

    @Override
    public void close() throws IOException {
        if (state != null) {
            state.close();
        }
    }
}
