package io.soakstream.producer.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The page on which a bot shows its metrics. */
public final class MetricsEndpoint {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 8 << 20;
    private static final int OK = 200;

    private final URI address;
    private final HttpClient client;

    /**
     * @param address with scheme http or https
     * @throws IllegalArgumentException it is none
     */
    public MetricsEndpoint(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "\"" + address + "\" is not an address of metrics: expected http://HOST:PORT/PATH");
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("an address of metrics with a password in it is not taken");
        }
        this.address = address;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /**
     * Reads the page.
     *
     * @throws UnansweredException it does not answer, or not with 200; the message names the address
     * @throws IOException it answers with more than 8 MiB, or breaks off
     * @throws MalformedMetricsException it is not the text format of Prometheus
     */
    public Scrape scrape() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "text/plain;version=0.0.4")
                .build();
        HttpResponse<InputStream> answer = send(request);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new UnansweredException(address + " answers with status " + answer.statusCode(), null);
            }
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(address + " answers with more than " + MAX_BYTES + " bytes");
            }
            return Scrape.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new UnansweredException(address + " does not answer: " + unreachable, unreachable);
        }
    }
}
