package io.soakstream.schemas.command;

import io.soakstream.schemas.contract.ControlCommand;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signs commands. */
public final class CommandSigner {
    private CommandSigner() {}

    /**
     * The command with its signature; a signature that it has already is replaced.
     *
     * @param command with the id of the key that its reader is to check with
     * @param runKey {@code <bot>:<run>} of the run that is commanded: the command is good for no other
     * @throws IllegalArgumentException the command names no key, or {@link CommandText} has no text for it
     */
    public static ControlCommand sign(ControlCommand command, String runKey, PrivateKey key) {
        if (command.getKeyId() == null) {
            throw new IllegalArgumentException("key_id is missing");
        }
        byte[] text = CommandText.of(command, runKey).getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.getInstance(CommandKeys.ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signed(command, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException unusable) {
            throw new UnusableKeyException("key id " + command.getKeyId() + ": not an Ed25519 private key", unusable);
        }
    }

    /** By the constructor: Avro's builder only works for classes that somebody has vouched for. */
    private static ControlCommand signed(ControlCommand command, String signature) {
        return new ControlCommand(
                command.getId(),
                command.getAction(),
                command.getValues(),
                command.getSubsystems(),
                command.getActor(),
                command.getReason(),
                command.getIssuedAtMs(),
                command.getNotAfterIteration(),
                command.getExpectedBaseHash(),
                command.getKeyId(),
                signature,
                command.getExpiresAtMs());
    }
}
