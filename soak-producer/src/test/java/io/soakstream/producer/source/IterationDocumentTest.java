package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IterationDocumentTest {
    private static final RunKey KEY = new RunKey("mm", "R");
    private static final Instant TIME = Instant.parse("2025-10-12T12:00:00Z");

    @TempDir
    private Path directory;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(SoakEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock36", "pin_missing", "scen_counts_only", "create_test_soak_data_24"})
    void shouldBeReadAsTheIterationThatItWasMadeOf(String soak) throws IOException {
        // Given
        List<IterationSummary> iterations = read(SoakFiles.recorded(soak));

        // When
        for (IterationSummary iteration : iterations) {
            write(iteration);
        }

        // Then
        assertThat(read(directory)).isEqualTo(iterations);
    }

    @Test
    void shouldKeepTheEchoAndTheMetricsOfALongRun() throws IOException {
        // Given
        IterationSummary iteration = IterationSummary.newBuilder(
                        read(SoakFiles.recorded("mock36")).get(0))
                .setRecordedTuning(null)
                .setEffectiveOverrides(List.of(
                        new ParameterValue("impact_cap_ratio", "0.1"), new ParameterValue("min_interval_ms", "60")))
                .setOverridesHash("a".repeat(64))
                .setMixed(true)
                .setTickLatencyP50Ms(85.2)
                .setTickLatencyP95Ms(142.5)
                .setHitRatio(0.78)
                .setDeadlineMissRate(0.015)
                .setEdgeBpsEma1h(2.8)
                .setEdgeBpsEma24h(2.6)
                .setWsLagMaxMs(125.0)
                .setElapsedMs(300_000L)
                .build();

        // When
        write(iteration);

        // Then
        assertThat(read(directory)).containsExactly(iteration);
    }

    @Test
    void shouldKeepThatTheValuesChangedWhereNoHashIsKnown() throws IOException {
        // Given
        IterationSummary iteration = IterationSummary.newBuilder(
                        read(SoakFiles.recorded("mock36")).get(0))
                .setOverridesHash(null)
                .setMixed(true)
                .build();

        // When
        write(iteration);

        // Then
        assertThat(read(directory)).containsExactly(iteration);
    }

    private void write(IterationSummary iteration) throws IOException {
        SoakFiles.write(
                directory,
                Integer.toString(iteration.getIteration()),
                IterationDocument.of(iteration, TIME).toPrettyString());
    }

    private static List<IterationSummary> read(Path path) throws IOException {
        return new SoakReader()
                .read(path, ReadOptions.defaults().withName(KEY)).events().stream()
                        .map(SoakEvent::getIterationSummary)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
