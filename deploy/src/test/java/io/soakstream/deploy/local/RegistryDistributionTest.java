package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDistributionTest {
    private static final String RUNNER = "apicurio-registry-app-3.0.9-runner.jar";

    @TempDir
    private Path dir;

    private String soakHome;

    @BeforeEach
    void rememberHome() {
        soakHome = System.getProperty(RegistryDistribution.SOAK_HOME_PROPERTY);
    }

    @AfterEach
    void restoreHome() {
        System.clearProperty(RegistryDistribution.HOME_PROPERTY);
        if (soakHome == null) {
            System.clearProperty(RegistryDistribution.SOAK_HOME_PROPERTY);
        } else {
            System.setProperty(RegistryDistribution.SOAK_HOME_PROPERTY, soakHome);
        }
    }

    @Test
    void shouldBeWhereTheUserSays() throws Exception {
        // Given
        Path runner = Files.createFile(dir.resolve(RUNNER));
        System.setProperty(RegistryDistribution.HOME_PROPERTY, dir.toString());

        // When
        Path found = RegistryDistribution.runner();

        // Then
        assertThat(found).isEqualTo(runner);
    }

    @Test
    void shouldBeInTheCheckoutOfTheLauncher() throws Exception {
        // Given
        Path registry = Files.createDirectories(dir.resolve("deploy/target/registry"));
        Path runner = Files.createFile(registry.resolve(RUNNER));
        System.setProperty(RegistryDistribution.SOAK_HOME_PROPERTY, dir.toString());

        // When
        Path found = RegistryDistribution.runner();

        // Then
        assertThat(found).isEqualTo(runner);
    }

    @Test
    void shouldBeFoundFromTheClassesWhenNothingIsSaid() {
        // Given
        System.clearProperty(RegistryDistribution.SOAK_HOME_PROPERTY);

        // When
        Path found = RegistryDistribution.runner();

        // Then
        assertThat(found).isRegularFile();
    }

    @Test
    void shouldSayWhatToRunWhenMissing() {
        // Given
        System.setProperty(RegistryDistribution.HOME_PROPERTY, dir.toString());

        // When
        // Then
        assertThatThrownBy(RegistryDistribution::runner)
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("mvn -DskipTests package");
    }
}
