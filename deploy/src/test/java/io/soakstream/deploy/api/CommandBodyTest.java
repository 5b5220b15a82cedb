package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class CommandBodyTest {
    private static final long NOW_MS = 1_760_000_000_000L;
    private static final String TOPIC = "any";

    private final Serde<ControlCommand> serde = new AvroSerdes(new InMemorySchemaRegistry()).of(ControlCommand.class);

    private static ControlCommand command(ControlAction action) {
        String body = "{\"actor\": \"ann\", \"reason\": \"night\", \"expires_at_ms\": " + (NOW_MS + 1) + "}";
        return CommandBody.read(body.getBytes(StandardCharsets.UTF_8)).command(action, NOW_MS, "ops");
    }

    @Test
    void shouldSignTheEndOfASilenceAlong() {
        // Given
        KeyPair keys = CommandKeys.generate();
        CommandVerifier verifier = new CommandVerifier(Map.of("ops", CommandKeys.base64(keys.getPublic())));
        ControlCommand signed = CommandSigner.sign(command(ControlAction.SILENCE), "mm:r1", keys.getPrivate());

        // When
        ControlCommand read =
                serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, signed));

        // Then
        assertThat(read.getExpiresAtMs()).isEqualTo(NOW_MS + 1);
        assertThat(verifier.refusal(read, "mm:r1")).isEmpty();
    }

    @Test
    void shouldNotGiveAnEndToWhatHasNone() {
        assertThat(command(ControlAction.FREEZE).getExpiresAtMs()).isNull();
    }
}
