package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.From;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.overrides.OverridesTopic;
import io.soakstream.producer.overrides.OverridesUnavailableException;
import io.soakstream.producer.overrides.RunOverrides;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    private final TestAccess access = new TestAccess();
    private final StopSignal stop = new StopSignal();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldServeUntilItIsStoppedAndFlush() throws Exception {
        // Given
        PipedReader told = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(told));
        CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(
                () -> command(Map.of()).setOut(out).execute("--port", "0"));
        String listening = new BufferedReader(told).readLine();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(listening.substring("listening on ".length())
                                        + "/api/v1/bots/mm/runs/live/iterations"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"iteration\": 1}"))
                                .build(),
                        BodyHandlers.ofString());
        stop.stop();

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ended.get(1, TimeUnit.MINUTES)).isEqualTo(ExitCode.OK);
        assertThat(access.log()).hasSize(1);
    }

    @Test
    void shouldRefuseToBeOpenToEverybody() {
        // When
        int exitCode = command(Map.of()).execute("--bind", "0.0.0.0");

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--bind: 0.0.0.0 can be reached from elsewhere");
    }

    @Test
    void shouldTakeTheTokenFileFromTheEnvironmentAndNameWhatIsWrongInIt(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("tokens"), "short\n");

        // When
        int exitCode =
                command(Map.of("SOAK_INGEST_TOKEN_FILE", file.toString())).execute();

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--token-file: " + file + " line 1");
    }

    @Test
    void shouldSayThatThePortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            int exitCode = command(Map.of()).execute("--port", Integer.toString(other.getLocalPort()));

            // Then
            assertThat(exitCode).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).contains("cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void shouldNotBeReadyWhenOverridesAreNoLongerRead() {
        // Given
        AvroSerdes serdes = new AvroSerdes(access.registry());
        OverridesTopic topic = new OverridesTopic(serdes);
        topic.consumer().setPollException(new KafkaException("not allowed"));
        RunOverrides run = new RunOverrides(new RunKey("mm", "live"));
        try (OverridesFeed feed =
                new OverridesFeed(topic.consumer(), serdes, access.topics().overrides())) {
            Supplier<Optional<String>> obstacle = ServeCommand.obstacle(Optional::empty, feed);

            // When
            feed.watch(run, From.BEGINNING);

            // Then
            assertThatThrownBy(() -> run.await(version -> false, Duration.ofSeconds(20)))
                    .isInstanceOf(OverridesUnavailableException.class);
            assertThat(obstacle.get()).hasValue("overrides cannot be read: not allowed");
        }
    }

    private CommandLine command(Map<String, String> environment) {
        CommandLine command =
                new CommandLine(new ServeCommand(access, access, () -> Instant.EPOCH, environment, () -> stop));
        command.setErr(new PrintWriter(err));
        // As the whole command line has it: what an option is refused for is told, and not where from.
        command.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(failure.getMessage());
            return failure instanceof CommandLine.ParameterException ? ExitCode.USAGE : ExitCode.INTERNAL;
        });
        return command;
    }
}
