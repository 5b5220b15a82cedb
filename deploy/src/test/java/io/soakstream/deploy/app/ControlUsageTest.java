package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.PrivateKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soak control} before anything is sent. */
class ControlUsageTest {
    @TempDir
    private Path directory;

    private Path key() {
        Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "ops");
        return directory.resolve("ops.private.pem");
    }

    @Test
    void shouldMakeAPairThatItsOwnerAloneCanRead() throws IOException {
        // When
        Cli.Ended made = Cli.run("control", "keygen", "--out", directory.resolve("new keys") + "", "--key-id", "ops");

        // Then
        Path secret = directory.resolve("new keys/ops.private.pem");
        String publicKey = CommandKeys.base64(
                CommandKeys.publicKey(Files.readString(directory.resolve("new keys/ops.public.pem"))));
        assertThat(made.exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(PrivateKeyFile.read(secret).getAlgorithm()).isEqualTo("EdDSA");
        assertThat(made.out()).contains("tuner: {control: {public_keys: {\"ops\": \"" + publicKey + "\"}}}");
    }

    @Test
    void shouldNotOverwriteAKey() throws IOException {
        // Given
        Path secret = key();
        String before = Files.readString(secret);
        Files.delete(directory.resolve("ops.public.pem"));

        // When
        Cli.Ended again = Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "ops");

        // Then
        assertThat(again.exitCode()).isEqualTo(64);
        assertThat(again.err()).contains("ops.private.pem is there already");
        assertThat(Files.readString(secret)).isEqualTo(before);
        assertThat(directory.resolve("ops.public.pem")).doesNotExist();
    }

    @Test
    void shouldSayWhatIsWrongBeforeItConnects() throws IOException {
        // Given
        String key = key().toString();
        Path incomplete = Files.writeString(directory.resolve("values.json"), "{\"tail_age_ms\": 600}");

        // Then
        assertRefused("BOT:RUN: \"nightly\" is not a run key", "freeze", "nightly", "--key", key);
        assertRefused("--key: which private key?", "freeze", "mm:nightly");
        assertRefused("none.pem: the private key cannot be read", "freeze", "mm:nightly", "--key", "none.pem");
        assertRefused("--id: \"a b\"", "freeze", "mm:nightly", "--key", key, "--id", "a b");
        assertRefused("--subsystem: edge", "unfreeze", "mm:nightly", "--key", key, "--subsystem", "edge");
        assertRefused("--expected-hash", "freeze", "mm:nightly", "--key", key, "--expected-hash", "12");
        assertRefused("--wait: \"0\"", "freeze", "mm:nightly", "--key", key, "--wait", "0");
        assertRefused("on|off", "auto-tune", "mm:nightly", "maybe", "--key", key);
        assertRefused(
                "values.json: missing: engine.min_interval_ms",
                "rollback",
                "mm:nightly",
                "--key",
                key,
                "--values",
                incomplete.toString());
    }

    @Test
    void shouldRefuseAKeyThatOthersCanRead() throws IOException {
        // Given
        Path key = Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));

        // Then
        assertRefused("a private key is for its owner alone", "freeze", "mm:nightly", "--key", key.toString());
    }

    @Test
    void shouldNeedAReason() {
        // When
        Cli.Ended silent = Cli.run("control", "freeze", "mm:nightly", "--key-id", "ops", "--key", key().toString());

        // Then
        assertThat(silent.exitCode()).isEqualTo(64);
        assertThat(silent.err()).contains("--reason");
    }

    private static void assertRefused(String message, String... words) {
        Cli.Ended refused = command(words);
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains(message);
    }

    private static Cli.Ended command(String... words) {
        String[] rest = {"--key-id", "ops", "--reason", "test"};
        String[] all = new String[words.length + rest.length + 1];
        all[0] = "control";
        System.arraycopy(words, 0, all, 1, words.length);
        System.arraycopy(rest, 0, all, words.length + 1, rest.length);
        return Cli.run(all);
    }
}
