package io.soakstream.deploy.rollback.action;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Asks an HTTP server, with a signed request in the form of Standard Webhooks: {@code webhook-id}, {@code
 * webhook-timestamp} (s) and {@code webhook-signature}, HMAC-SHA256 over {@code id.timestamp.body}. Any status of 200 to 299
 * says that the action is done.
 */
public final class HttpHook implements ActionPort {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final String MAC = "HmacSHA256";
    private static final int GOOD = 2;
    private static final int HUNDRED = 100;

    private final URI address;
    private final byte[] secret;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    /** @param secret that the server checks the signature with */
    public HttpHook(URI address, byte[] secret, Duration patience, InstantSource clock) {
        this.address = address;
        this.secret = secret.clone();
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public String run(ActionRequest request) throws ActionFailedException, InterruptedException {
        String body = request.json();
        String seconds = Long.toString(clock.instant().getEpochSecond());
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("webhook-id", request.id())
                .header("webhook-timestamp", seconds)
                .header("webhook-signature", "v1," + signature(request.id() + "." + seconds + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(post, BodyHandlers.discarding());
            if (answer.statusCode() / HUNDRED != GOOD) {
                throw new ActionFailedException(address + " answers with status " + answer.statusCode());
            }
            return address + " answers with status " + answer.statusCode();
        } catch (IOException unreachable) {
            throw new ActionFailedException(address + " does not answer: " + unreachable);
        }
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + MAC, missing);
        }
    }
}
