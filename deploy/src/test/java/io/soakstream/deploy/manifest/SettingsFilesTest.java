package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.app.SoakCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that ship with Compose and Kubernetes, as the apps read them. */
class SettingsFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"compose/soak.yaml", "kubernetes/base/config/soak.yaml"})
    void shouldHoldSettingsThatThereAre(String file) {
        // When
        int exitCode = SoakCommand.run("config", "explain", "--config", file);

        // Then
        assertThat(exitCode).isZero();
    }
}
