package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class HttpOptionsTest {
    @TempDir
    Path directory;

    @Command(name = "peer")
    private static final class Peer {
        @Mixin
        private final HttpOptions http = new HttpOptions();
    }

    private final Peer peer = new Peer();

    HttpOptionsTest() {
        new CommandLine(peer).parseArgs();
    }

    @Test
    void shouldTakeThePeerTokenFromAFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("token"), "# the first\n  abc \nxyz\n");

        // When
        Optional<String> token = peer.http.peerToken(Map.of("SOAK_PEER_TOKEN_FILE", file.toString()));

        // Then
        assertThat(token).contains("abc");
    }

    @Test
    void shouldPreferThePeerTokenItself() {
        // When
        Optional<String> token =
                peer.http.peerToken(Map.of("SOAK_PEER_TOKEN", "abc", "SOAK_PEER_TOKEN_FILE", "/nowhere"));

        // Then
        assertThat(token).contains("abc");
    }

    @Test
    void shouldHaveNoPeerTokenWithoutEither() {
        // When
        Optional<String> token = peer.http.peerToken(Map.of());

        // Then
        assertThat(token).isEmpty();
    }

    @Test
    void shouldNameAFileThatHasNoToken() throws IOException {
        // Given
        Path empty = Files.writeString(directory.resolve("token"), "\n");

        // When, Then
        assertThatThrownBy(() -> peer.http.peerToken(Map.of("SOAK_PEER_TOKEN_FILE", empty.toString())))
                .isInstanceOf(ParameterException.class)
                .hasMessage("SOAK_PEER_TOKEN_FILE: " + empty + ": there is no token in it");
        assertThatThrownBy(() -> peer.http.peerToken(Map.of("SOAK_PEER_TOKEN_FILE", "/nowhere")))
                .isInstanceOf(ParameterException.class)
                .hasMessage("SOAK_PEER_TOKEN_FILE: /nowhere cannot be read");
    }
}
