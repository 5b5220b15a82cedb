package io.soakstream.notifier.receiver.slack;

import com.slack.api.methods.SlackApiException;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.http.HttpStatus;
import io.soakstream.notifier.secret.Redaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What Slack's answers mean for a message. */
final class SlackAnswer {
    /** docs.slack.dev, chat.postMessage: of these "it's possible some aspect of the operation succeeded". */
    private static final Set<String> UNSURE =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable", "no_answer");

    private static final Set<String> THROTTLED = Set.of("ratelimited", "rate_limited");
    private static final Duration WITHOUT_HEADER = Duration.ofSeconds(30);

    private SlackAnswer() {}

    /** Of an answer whose {@code ok} is false. */
    static Delivery of(String error) {
        String code = error == null || error.isBlank() ? "no_answer" : error;
        if (THROTTLED.contains(code)) {
            return Delivery.throttled(Optional.of(WITHOUT_HEADER), code);
        }
        return UNSURE.contains(code) ? Delivery.unsure(code) : Delivery.dropped(code);
    }

    /** Of an answer whose status is no success. */
    static Delivery of(SlackApiException problem, Redaction redaction) {
        String body = problem.getResponseBody() == null ? "" : problem.getResponseBody();
        return HttpStatus.problem(
                problem.getResponse().code(), problem.getResponse().header("Retry-After"), redaction.of(body));
    }
}
