package io.soakstream.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.ParameterValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    /** The example of docs/commands.md. */
    private static final ControlCommand EXAMPLE = new ControlCommand(
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            ControlAction.FREEZE,
            List.of(),
            List.of("rescue_taker", "rebid"),
            "alice",
            "venue maintenance \"B\" until 14:00",
            1_760_270_400_000L,
            12,
            null,
            TestKeys.ID,
            null,
            null);

    private static ControlCommand with(long issuedAtMs, ParameterValue... values) {
        return new ControlCommand(
                "", ControlAction.REBASE, List.of(values), List.of(), "", "", issuedAtMs, null, null, null, null, null);
    }

    @Test
    void shouldSayEveryFieldAndTheRunInCanonicalJson() {
        // When
        String text = CommandText.of(EXAMPLE, "mm:nightly");

        // Then
        assertThat(text)
                .isEqualTo("{\"action\":\"FREEZE\",\"actor\":\"alice\",\"bot\":\"mm\",\"expected_base_hash\":null,"
                        + "\"id\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\",\"issued_at_ms\":1760270400000,"
                        + "\"key_id\":\"test-only\",\"not_after_iteration\":12,"
                        + "\"reason\":\"venue maintenance \\\"B\\\" until 14:00\",\"run\":\"nightly\","
                        + "\"subsystems\":[\"rebid\",\"rescue_taker\"],\"values\":{}}");
    }

    /** Programs in other languages are written by that page. */
    @Test
    void shouldKeepTheDocumentedExampleTrue() throws IOException {
        // Given
        String page = Files.readString(Path.of("../docs/commands.md"));

        // When
        ControlCommand signed = CommandSigner.sign(EXAMPLE, "mm:nightly", TestKeys.privateKey());

        // Then
        assertThat(page)
                .contains(CommandText.of(EXAMPLE, "mm:nightly"))
                .contains(signed.getSignature())
                .contains(TestKeys.privatePem())
                .contains(CommandKeys.base64(CommandKeys.publicKey(TestKeys.publicPem())));
        assertThat(TestKeys.verifier().refusal(signed, "mm:nightly")).isEmpty();
    }

    @Test
    void shouldNameAnEndOnlyWhereThereIsOne() {
        // Given
        ControlCommand silence = with(0);
        String endless = CommandText.of(silence, "mm:nightly");
        silence.setExpiresAtMs(1_760_274_000_000L);

        // When
        String text = CommandText.of(silence, "mm:nightly");

        // Then
        assertThat(endless).doesNotContain("expires_at_ms");
        assertThat(text).contains("\"expected_base_hash\":null,\"expires_at_ms\":1760274000000,\"id\"");
    }

    @Test
    void shouldHoldValuesAsTheyStandInTheRecord() {
        // Given
        ControlCommand command =
                with(0, new ParameterValue("tail_age_ms", "650"), new ParameterValue("impact", "0.10"));

        // When
        String text = CommandText.of(command, "mm:nightly");

        // Then
        assertThat(text).contains("\"values\":{\"impact\":\"0.10\",\"tail_age_ms\":\"650\"}");
    }

    @Test
    void shouldRefuseWhatWouldMakeTwoCommandsOneText() {
        // Given
        ControlCommand twice =
                with(0, new ParameterValue("tail_age_ms", "650"), new ParameterValue("tail_age_ms", "700"));
        ControlCommand inexact = with((1L << 53) + 1);

        // Then
        assertThatThrownBy(() -> CommandText.of(twice, "mm:nightly"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values: tail_age_ms stands there twice");
        assertThatThrownBy(() -> CommandText.of(inexact, "mm:nightly")).hasMessageStartingWith("issued_at_ms: ");
        assertThatThrownBy(() -> CommandText.of(EXAMPLE, "nightly"))
                .hasMessage("run key \"nightly\" is not <bot>:<run>");
    }
}
