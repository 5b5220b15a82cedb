package io.soakstream.deploy.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.producer.http.LoopbackHosts;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Hands questions on to other instances. Where those are comes from the group's metadata, which any member may write: so
 * only addresses that are named here, or on this machine, are called, and never with the token of whoever asked.
 */
public final class Peers {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> allowed;
    private final Optional<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param allowed addresses that may be called, {@code host:port}, beside those on the loopback address
     * @param token bearer token of this process, which the other instances let read
     */
    public Peers(Set<String> allowed, Optional<String> token) {
        this.allowed = Set.copyOf(allowed);
        this.token = token;
    }

    /** @param address {@code host:port} of the instance that holds the run */
    CompletableFuture<Optional<ObjectNode>> ask(String address, StoreQuestion question) {
        if (!allowed.contains(address) && !LoopbackHosts.contain(address)) {
            return CompletableFuture.failedFuture(
                    new StoreUnavailableException("the run is at " + address + ", which is not among the known peers"));
        }
        return ask(URI.create("http://" + address), question);
    }

    /** @param base of an instance that whoever runs this process has named */
    CompletableFuture<Optional<ObjectNode>> ask(URI base, StoreQuestion question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(question.path())).timeout(ANSWER);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new StoreUnavailableException(base.getAuthority() + " does not answer", failure);
                    }
                    return read(base, response);
                });
    }

    private static Optional<ObjectNode> read(URI base, HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new StoreUnavailableException(base.getAuthority() + " answers " + response.statusCode());
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            if (body instanceof ObjectNode run) {
                return Optional.of(run);
            }
            throw new StoreUnavailableException(base.getAuthority() + " does not answer with an object");
        } catch (JsonProcessingException malformed) {
            throw new StoreUnavailableException(base.getAuthority() + " does not answer in JSON", malformed);
        }
    }
}
