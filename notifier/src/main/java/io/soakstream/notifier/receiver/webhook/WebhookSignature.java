package io.soakstream.notifier.receiver.webhook;

import io.soakstream.notifier.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks has it: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    /**
     * @param secret {@code whsec_} and the key in base64
     * @throws IllegalArgumentException it is not; the message does not hold it
     */
    public WebhookSignature(Secret secret) {
        String text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("must begin with " + PREFIX);
        }
        this.key = new SecretKeySpec(bytes(text.substring(PREFIX.length())), ALGORITHM);
    }

    private static byte[] bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length >= 24) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // Its message could hold a part of the secret.
            throw new IllegalArgumentException("must be base64 after " + PREFIX);
        }
        throw new IllegalArgumentException("must hold 24 bytes or more after " + PREFIX);
    }

    /** The value of the header {@code webhook-signature}. */
    public String of(String id, long timestampSeconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] text = (id + "." + timestampSeconds + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }
}
