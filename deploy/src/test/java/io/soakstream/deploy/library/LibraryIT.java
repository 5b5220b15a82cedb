package io.soakstream.deploy.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.producer.client.IterationScope;
import io.soakstream.producer.client.Kpis;
import io.soakstream.producer.client.RunEnding;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakConnection;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots written with the library, with a real tuner and a real gate behind them. */
class LibraryIT {
    @TempDir
    private Path directory;

    @Test
    void shouldBeConfirmedToRunWithWhatTheGateWants() {
        // Given
        try (Line line = line("library.");
                SoakProducer soak = SoakProducer.connect(SoakConnection.to(line.bootstrapServers(), line.registryUrl())
                        .withTopicPrefix("library."))) {
            SoakRun run = soak.start(RunPlan.of("mm", "followed"));
            List<Overrides> used = new ArrayList<>();

            // When
            for (int number = 1; number <= 4; number++) {
                used.add(run.awaitVersion(number, Line.PATIENCE).values());
                run.switchToDesired();
                IterationScope iteration = run.begin(number);
                taken(run.send(iteration.finish(risky())));
            }
            taken(run.end(RunEnding.COMPLETED));

            // Then
            assertThat(line.verdicts("followed", 5))
                    .extracting(Verdict::getVerification)
                    .containsExactly(
                            Verification.PENDING,
                            Verification.PENDING,
                            Verification.PENDING,
                            Verification.CONFIRMED,
                            Verification.CONFIRMED);
            assertThat(used)
                    .extracting(values -> values.value("impact_cap_ratio").orElseThrow())
                    .containsExactly(decimal("0.1000"), decimal("0.0900"), decimal("0.0800"), decimal("0.0800"));
            assertThat(run.lost()).isEqualTo(List.<SoakEvent>of());
            assertThat(line.deadLetters()).isEmpty();
        }
    }

    @Test
    void shouldWorkInAForeignJvmWithoutAnyFlag() throws Exception {
        // Given
        try (Line line = line("library-jvm.")) {
            // When
            ForeignJvm.Ended ended =
                    ForeignJvm.run(ExampleBot.class, line.bootstrapServers(), line.registryUrl(), "library-jvm.");

            // Then
            assertThat(ended.output()).isEqualTo("version 1\n");
            assertThat(ended.exitCode()).isZero();
            assertThat(line.verdicts("example", 11)).hasSize(11);
        }
    }

    private Line line(String prefix) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve(prefix + "tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve(prefix + "gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private static void taken(CompletableFuture<Delivery> delivery) {
        delivery.orTimeout(Line.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static Kpis risky() {
        return Kpis.builder()
                .netBps(3)
                .riskRatio(0.7)
                .makerShare(0.9)
                .p95LatencyMs(200)
                .build();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
