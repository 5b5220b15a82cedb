package io.soakstream.deploy.http;

import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;

/**
 * One row of the table of routes. Either work or a stream.
 *
 * @param path pattern of the path
 * @param role who may use it
 * @param patience how long an answer may take
 */
public record ApiRoute(
        HandlerType method, String path, Role role, Duration patience, Optional<Work> work, Optional<Stream> stream) {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** What anybody may ask. */
    public static ApiRoute open(String path, Work work) {
        return new ApiRoute(HandlerType.GET, path, Role.PUBLIC, USUAL, Optional.of(work), Optional.empty());
    }

    /** What readers may ask. */
    public static ApiRoute read(String path, Work work) {
        return new ApiRoute(HandlerType.GET, path, Role.READ, USUAL, Optional.of(work), Optional.empty());
    }

    /** What readers may follow. */
    public static ApiRoute follow(String path, Stream stream) {
        return new ApiRoute(HandlerType.GET, path, Role.READ, USUAL, Optional.empty(), Optional.of(stream));
    }

    /** What controllers may do. */
    public static ApiRoute act(String path, Duration patience, Work work) {
        return new ApiRoute(HandlerType.POST, path, Role.CONTROL, patience, Optional.of(work), Optional.empty());
    }
}
