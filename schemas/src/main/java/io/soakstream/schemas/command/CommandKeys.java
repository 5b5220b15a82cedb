package io.soakstream.schemas.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Ed25519 keys and their texts: what configuration and key files hold, and what {@code openssl} reads and writes. */
public final class CommandKeys {
    static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final int PEM_LINE_LENGTH = 64;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private CommandKeys() {}

    /** Whether the text may name a key: as the name of a bot or a run. */
    public static boolean isKeyId(String text) {
        return KEY_ID.matcher(text).matches();
    }

    /** A fresh pair. */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw noEd25519(missing);
        }
    }

    /** X.509 SubjectPublicKeyInfo in base64, one line: what {@code tuner.control.public_keys} holds. */
    public static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** X.509 SubjectPublicKeyInfo as PEM. */
    public static String pem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded());
    }

    /** PKCS #8 as PEM, without a pass phrase. */
    public static String pem(PrivateKey key) {
        return pem(PRIVATE, key.getEncoded());
    }

    /**
     * Reads a public key, as base64 in one line or as PEM.
     *
     * @throws UnusableKeyException it is none of Ed25519
     */
    public static PublicKey publicKey(String text) {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(bytes(PUBLIC, text)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new UnusableKeyException(
                    "not an Ed25519 public key (SubjectPublicKeyInfo in base64, or PEM)", unusable);
        }
    }

    /**
     * Reads a private key, as PEM without a pass phrase.
     *
     * @throws UnusableKeyException it is none of Ed25519
     */
    public static PrivateKey privateKey(String pem) {
        try {
            return factory().generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE, pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new UnusableKeyException(
                    "not an Ed25519 private key (PKCS #8 as PEM, without a pass phrase)", unusable);
        }
    }

    private static String pem(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE_LENGTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return begin(label) + "\n" + lines.encodeToString(der) + "\n" + end(label) + "\n";
    }

    /** What stands between the lines of a PEM, or all of a text without them. */
    private static byte[] bytes(String label, String text) {
        int begin = text.indexOf(begin(label));
        int end = text.indexOf(end(label));
        String body =
                begin >= 0 && end > begin ? text.substring(begin + begin(label).length(), end) : text;
        return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException missing) {
            throw noEd25519(missing);
        }
    }

    static IllegalStateException noEd25519(NoSuchAlgorithmException missing) {
        return new IllegalStateException("every Java platform from 15 on has Ed25519", missing);
    }
}
