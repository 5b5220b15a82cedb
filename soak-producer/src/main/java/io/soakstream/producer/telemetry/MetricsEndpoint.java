package io.soakstream.producer.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
     * @throws UnansweredException it does not answer in time, not with 200, or with more than 8 MiB; the message names the
     *     address
     * @throws MalformedMetricsException it is not the text format of Prometheus
     */
    public Scrape scrape() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/plain;version=0.0.4")
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpResponse<Void> answer =
                send(request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> take(bytes, body))));
        if (answer.statusCode() != OK) {
            throw new UnansweredException(address + " answers with status " + answer.statusCode(), null);
        }
        return Scrape.parse(body.toString(StandardCharsets.UTF_8));
    }

    private static void take(byte[] bytes, ByteArrayOutputStream body) {
        if (body.size() + bytes.length > MAX_BYTES) {
            throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
        }
        body.writeBytes(bytes);
    }

    /** The time is for the whole answer: one that trickles in is none. */
    private HttpResponse<Void> send(HttpRequest request, BodyHandler<Void> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, body);
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unreachable) {
            throw new UnansweredException(
                    address + " does not answer: " + unreachable.getCause(), unreachable.getCause());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new UnansweredException(address + " does not answer within " + ANSWER.toSeconds() + " s", slow);
        }
    }
}
