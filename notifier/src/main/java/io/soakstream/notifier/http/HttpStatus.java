package io.soakstream.notifier.http;

import io.soakstream.notifier.delivery.Delivery;
import java.time.Duration;
import java.util.Optional;

/** What an HTTP status means for a message, where the platform says nothing more. */
public final class HttpStatus {
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private HttpStatus() {}

    public static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * What follows from an answer that is no success: 429 always waits, 5xx may have been taken, the rest never will be.
     *
     * @param retryAfter the header of that name
     */
    public static Delivery problem(int status, String retryAfter, String reason) {
        String said = "HTTP " + status + (reason.isBlank() ? "" : ": " + reason);
        if (status == TOO_MANY) {
            return Delivery.throttled(seconds(retryAfter), said);
        }
        return status >= 500 || status == TIMEOUT ? Delivery.unsure(said) : Delivery.dropped(said);
    }

    /** In seconds, as all of these platforms send it; of anything else nothing is known. */
    static Optional<Duration> seconds(String retryAfter) {
        return Optional.ofNullable(retryAfter)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
