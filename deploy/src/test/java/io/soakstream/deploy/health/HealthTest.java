package io.soakstream.deploy.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.health.Health.PartHealth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void shouldBeAliveButNotReadyBeforeItsPartsAreThere() {
        // When
        health.expect("tuner");

        // Then
        assertThat(health.alive()).containsExactly(new PartHealth("tuner", Optional.empty()));
        assertThat(health.ready()).containsExactly(new PartHealth("tuner", Optional.of("tuner has not started")));
    }

    @Test
    void shouldNotBeReadyForWhatHoldsAPartUp() {
        // When
        health.expect("tuner");
        health.add("tuner", Optional::empty, () -> Optional.of("tuner is REBALANCING"));

        // Then
        assertThat(health.alive()).allSatisfy(part -> assertThat(part.wrong()).isEmpty());
        assertThat(health.ready()).extracting(PartHealth::wrong).containsExactly(Optional.of("tuner is REBALANCING"));
    }

    @Test
    void shouldBeNeitherAliveNorReadyAfterAPartHasEnded() {
        // When
        health.add("gate", () -> Optional.of("gate has ended"), Optional::empty);

        // Then
        assertThat(health.alive()).extracting(PartHealth::wrong).containsExactly(Optional.of("gate has ended"));
        assertThat(health.ready()).extracting(PartHealth::wrong).containsExactly(Optional.of("gate has ended"));
    }

    @Test
    void shouldBeAliveWhileItStops() {
        // Given
        health.add("gate", Optional::empty, Optional::empty);

        // When
        health.stopping();

        // Then
        assertThat(health.alive()).allSatisfy(part -> assertThat(part.wrong()).isEmpty());
        assertThat(health.ready()).extracting(PartHealth::part).containsExactly("process", "gate");
        assertThat(health.ready().get(0).wrong()).contains("the process is stopping");
    }
}
