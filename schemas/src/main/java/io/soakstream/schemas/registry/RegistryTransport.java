package io.soakstream.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP exchange with the registry: no retries, no meaning. */
final class RegistryTransport {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistryConfig config;
    private final HttpClient client;

    RegistryTransport(RegistryConfig config) {
        this.config = config;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeouts().connect());
        // Only https needs it, and the stores may be absent elsewhere.
        this.client = "https".equals(config.url().getScheme())
                ? builder.sslContext(config.tls().context()).build()
                : builder.build();
    }

    RegistryAnswer get(String path) throws IOException, InterruptedException {
        return exchange(request(path).GET());
    }

    RegistryAnswer post(String path, String json) throws IOException, InterruptedException {
        return exchange(request(path).POST(BodyPublishers.ofString(json)));
    }

    RegistryAnswer put(String path, String json) throws IOException, InterruptedException {
        return exchange(request(path).PUT(BodyPublishers.ofString(json)));
    }

    /** A path segment: subjects may contain anything. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        String root = config.url().toString();
        String base = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", MEDIA_TYPE + ", application/json");
        request.header("Content-Type", MEDIA_TYPE);
        config.credentials().authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** The JDK's own request timeout ends with the head of the answer; ours covers the body as well. */
    private RegistryAnswer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request.build(), CappedBody.handler());
        try {
            HttpResponse<byte[]> response =
                    exchange.get(config.timeouts().request().toMillis(), TimeUnit.MILLISECONDS);
            return RegistryAnswer.of(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException(
                    "no answer within " + config.timeouts().request());
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }
}
