package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Tool;
import io.soakstream.producer.http.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that makes the secrets of the Compose project. */
class ComposeSecretsTest {
    @TempDir
    Path directory;

    private Path secrets;

    @BeforeEach
    void copyScript() throws Exception {
        Path script = ComposeProject.DIRECTORY.resolve("make-secrets.sh");
        Files.copy(script, directory.resolve("make-secrets.sh"), StandardCopyOption.COPY_ATTRIBUTES);
        secrets = directory.resolve("secrets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-token", "control-token", "rollback-token"})
    void shouldMakeTokensThatTheServersTake(String name) throws Exception {
        // When
        Tool.Ended ended = make();

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(Tokens.read(secrets.resolve(name)).isEmpty()).isFalse();
        assertThat(Files.readString(secrets.resolve(name))).matches("[0-9a-f]{64}\n");
    }

    @Test
    void shouldKeepOtherUsersOut() throws Exception {
        // When
        make();

        // Then
        assertThat(permissions(secrets)).isEqualTo("rwx------");
        assertThat(permissions(secrets.resolve("read-token"))).isEqualTo("r--r--r--");
    }

    @Test
    void shouldLeaveAloneWhatIsThere() throws Exception {
        // Given
        make();
        String token = Files.readString(secrets.resolve("read-token"));

        // When
        Tool.Ended again = make();

        // Then
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("secrets/read-token is there already");
        assertThat(Files.readString(secrets.resolve("read-token"))).isEqualTo(token);
    }

    private Tool.Ended make() throws Exception {
        return Tool.require("bash", "bash")
                .run(directory.resolve("make-secrets.sh").toString());
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
