package io.soakstream.deploy.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    @TempDir
    Path directory;

    @Test
    void shouldHoldThePublishedPolicy() {
        // When
        PolicyFile file = PolicyFile.read(Watch.POLICY);

        // Then
        assertThat(file.policy().hardGates())
                .containsExactlyInAnyOrder(
                        "SoakLatencyP95High",
                        "SoakDeadlineMissRate",
                        "SoakEdgeDegradation",
                        "SoakMDCacheHitRatio",
                        "SoakCircuitBreakerOpen",
                        "SoakGuardTrip");
        assertThat(file.policy().softGates()).containsExactlyInAnyOrder("SoakMakerTakerImbalance", "SoakWSLagHigh");
        assertThat(file.policy().cooldown()).isEqualTo(Duration.ofMinutes(15));
        assertThat(file.policy().actions())
                .extracting(action -> action.kind().word())
                .containsSubsequence("scale_strategy", "circuit_state", "freeze_orders", "notify");
        assertThat(file.verification().pause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(file.verification().checks()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cooldown_minutes: 15 | cooldown_minutes: soon | auto_rollback.cooldown_minutes: must be a whole number",
                "action: scale_strategy | action: scale_everything | there is no action scale_everything",
                "soft_gates: | soft_gate: | soft_gate: is not a key of the policy",
                "name: SoakWSLagHigh | name: SoakGuardTrip | cannot be a hard and a soft gate",
                "hooks: {} | hooks: {notify: {url: 'http://elsewhere.example.org/'}} | hooks.notify.url: must be https"
            })
    void shouldNameFileAndKeyOfWhatIsWrong(String was, String is, String message) throws IOException {
        // Given
        Path file = Files.writeString(
                directory.resolve("mine.yaml"),
                Files.readString(Watch.POLICY).replaceFirst(java.util.regex.Pattern.quote(was), is));

        // Then
        assertThatThrownBy(() -> PolicyFile.read(file))
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheLineOfWhatIsNoYaml() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("mine.yaml"), "version: 1\nhooks: [");

        // Then
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(PolicyFile.InvalidException.class)
                .hasMessageStartingWith(file + ", line 2, column 9: not YAML: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldNotBeginLiveWithAnActionThatNobodyCouldDo() {
        // Given
        PolicyFile file = PolicyFile.read(Watch.POLICY);

        // Then
        assertThatThrownBy(() -> WatcherSetup.live(file, Optional.empty(), Optional.empty(), InstantSource.system()))
                .hasMessageContaining("hooks." + PlannedAction.Kind.SCALE_STRATEGY.word() + " is missing");
    }
}
