package io.soakstream.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CommandKeysTest {
    @TempDir
    private Path directory;

    private Path keyFile(String content, String permissions) throws IOException {
        Path file = directory.resolve("ops key.pem");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void shouldReadBackWhatItWrites() throws IOException {
        // Given
        KeyPair pair = CommandKeys.generate();

        // When
        Path file = keyFile(CommandKeys.pem(pair.getPrivate()), "rw-------");

        // Then
        assertThat(PrivateKeyFile.read(file)).isEqualTo(pair.getPrivate());
        assertThat(CommandKeys.publicKey(CommandKeys.pem(pair.getPublic()))).isEqualTo(pair.getPublic());
        assertThat(CommandKeys.publicKey(CommandKeys.base64(pair.getPublic()))).isEqualTo(pair.getPublic());
        assertThat(CommandKeys.base64(pair.getPublic())).hasSize(60).doesNotContain("\n");
    }

    /** The test-only pair was written by openssl. */
    @Test
    void shouldWriteWhatOpensslWrites() {
        assertThat(CommandKeys.pem(CommandKeys.publicKey(TestKeys.publicPem()))).isEqualTo(TestKeys.publicPem());
        assertThat(CommandKeys.pem(TestKeys.privateKey())).isEqualTo(TestKeys.privatePem());
    }

    @Test
    void shouldRefuseAKeyFileThatOthersCanRead() throws IOException {
        // Given
        Path file = keyFile(TestKeys.privatePem(), "rw-r-----");

        // Then
        assertThatThrownBy(() -> PrivateKeyFile.read(file))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageStartingWith(file + ": a private key is for its owner alone")
                .hasMessageContaining("rw-r-----")
                .hasMessageEndingWith("chmod 600 '" + file + "'");
    }

    @Test
    void shouldNameTheFileThatHoldsNoKey() throws IOException {
        // Given
        Path publicOnly = keyFile(TestKeys.publicPem(), "rw-------");
        Path missing = directory.resolve("missing.pem");

        // Then
        assertThatThrownBy(() -> PrivateKeyFile.read(publicOnly))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageStartingWith(publicOnly + ": not an Ed25519 private key");
        assertThatThrownBy(() -> PrivateKeyFile.read(missing))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageStartingWith(missing + ": ");
    }

    @Test
    void shouldRefuseAFileThatIsMuchTooLarge() throws IOException {
        // Given
        Path large = keyFile(" ".repeat(20_000), "rw-------");

        // Then
        assertThatThrownBy(() -> PrivateKeyFile.read(large)).hasMessageEndingWith("too large for a private key");
    }
}
