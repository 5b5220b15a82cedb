package io.soakstream.schemas.command;

import io.soakstream.schemas.contract.ControlCommand;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says whether a command is signed by somebody who may command. Safe to share between threads. */
public final class CommandVerifier {
    private static final String WRONG_SIGNATURE = "wrong signature";

    private final Map<String, PublicKey> keys;

    /**
     * @param publicKeys key id to public key, as {@link CommandKeys#publicKey} reads it
     * @throws UnusableKeyException a key is none; the message names its id
     */
    public CommandVerifier(Map<String, String> publicKeys) {
        Map<String, PublicKey> read = new HashMap<>();
        publicKeys.forEach((keyId, text) -> read.put(keyId, publicKey(keyId, text)));
        this.keys = Map.copyOf(read);
    }

    private static PublicKey publicKey(String keyId, String text) {
        try {
            return CommandKeys.publicKey(text);
        } catch (UnusableKeyException unusable) {
            throw new UnusableKeyException("public key " + keyId + ": " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Why a command must not be obeyed, in words; empty: it is signed by the key that it names. Whatever the command
     * holds, this does not fail.
     *
     * @param runKey {@code <bot>:<run>} of the run that is commanded; of a replay that of its origin
     */
    public Optional<String> refusal(ControlCommand command, String runKey) {
        if (command.getSignature() == null) {
            return Optional.of("no signature");
        }
        if (command.getKeyId() == null) {
            return Optional.of("no key id");
        }
        PublicKey key = keys.get(command.getKeyId());
        if (key == null) {
            return Optional.of(unknown(command.getKeyId()));
        }
        return isSigned(command, runKey, key) ? Optional.empty() : Optional.of(WRONG_SIGNATURE);
    }

    /** What is not even a name is not repeated: it goes into headers and logs. */
    private static String unknown(String keyId) {
        return CommandKeys.isKeyId(keyId) ? "unknown key id " + keyId : "unknown key id, which is not a name";
    }

    private static boolean isSigned(ControlCommand command, String runKey, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(CommandKeys.ALGORITHM);
            signature.initVerify(key);
            signature.update(CommandText.of(command, runKey).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(command.getSignature()));
        } catch (NoSuchAlgorithmException missing) {
            throw CommandKeys.noEd25519(missing);
        } catch (GeneralSecurityException | IllegalArgumentException garbage) {
            // Not base64, of another length, or a command that has no text: nobody can have signed it.
            return false;
        }
    }
}
