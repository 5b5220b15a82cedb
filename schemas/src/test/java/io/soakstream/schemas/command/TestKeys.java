package io.soakstream.schemas.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Map;

/** A pair that everybody knows, of the first test of RFC 8032: for tests and docs/commands.md only. */
final class TestKeys {
    static final String ID = "test-only";

    private TestKeys() {}

    static String privatePem() {
        return resource("test-only-private.pem");
    }

    static String publicPem() {
        return resource("test-only-public.pem");
    }

    static PrivateKey privateKey() {
        return CommandKeys.privateKey(privatePem());
    }

    static CommandVerifier verifier() {
        return new CommandVerifier(Map.of(ID, CommandKeys.base64(CommandKeys.publicKey(publicPem()))));
    }

    private static String resource(String name) {
        try (InputStream in = TestKeys.class.getResourceAsStream("/command/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
