package io.soakstream.deploy.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.rollback.domain.Alert;
import io.soakstream.deploy.rollback.domain.PlannedAction.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Storms of alerts: new, repeated, resolved, of no gate; with time that passes and restarts. Full with -Dproof=true. */
class AlertStormTest {
    private static final List<String> NAMES = List.of(
            "SoakLatencyP95High",
            "SoakDeadlineMissRate",
            "SoakGuardTrip",
            "SoakWSLagHigh",
            "SoakMakerTakerImbalance",
            "SomethingElse");

    private static final int ALERTS = 1_000;
    private static final int BATCH = 50;

    @TempDir
    Path directory;

    static IntStream storms() {
        return IntStream.rangeClosed(1, Boolean.getBoolean("proof") ? 20 : 3);
    }

    @ParameterizedTest
    @MethodSource("storms")
    void shouldRollBackOncePerIncidentAndNeverInsideTheCooldown(int seed) {
        // Given
        Random random = new Random(seed);
        Watch watch = new Watch(directory);
        List<Alert> seen = new ArrayList<>();

        // When
        for (int sent = 0; sent < ALERTS; sent += BATCH) {
            watch.take(batch(random, seen, watch.now()));
            watch.pass(Duration.ofSeconds(random.nextInt(120)));
            if (random.nextInt(4) == 0) {
                watch.restart();
            }
        }

        // Then
        assertThat(watch.audit()).hasSize(ALERTS);
        List<Instant> rollbacks = watch.audit().stream()
                .filter(record -> record.get("decision").asText().equals("roll_back"))
                .map(record -> Instant.parse(record.get("time").asText()))
                .toList();
        assertThat(rollbacks).isNotEmpty();
        for (int later = 1; later < rollbacks.size(); later++) {
            assertThat(Duration.between(rollbacks.get(later - 1), rollbacks.get(later)))
                    .as("storm %d", seed)
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(15));
        }
        assertThat(watch.count(Kind.ROLLBACK_OVERRIDES)).isEqualTo(rollbacks.size());
        assertThat(watch.audit().stream()
                        .filter(record -> record.get("decision").asText().equals("roll_back"))
                        .map(record -> record.get("incident").asText()))
                .doesNotHaveDuplicates();
    }

    private static Alert[] batch(Random random, List<Alert> seen, Instant now) {
        Alert[] batch = new Alert[BATCH];
        for (int index = 0; index < BATCH; index++) {
            if (!seen.isEmpty() && random.nextInt(3) > 0) {
                Alert known = seen.get(random.nextInt(seen.size()));
                Instant since = Instant.parse(known.startsAt());
                batch[index] = random.nextInt(4) == 0 ? Watch.resolved(known.name(), known.fingerprint(), since) : known;
            } else {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                batch[index] = Watch.firing(name, name + random.nextInt(5), now.minusSeconds(random.nextInt(600)));
                seen.add(batch[index]);
            }
        }
        return batch;
    }
}
