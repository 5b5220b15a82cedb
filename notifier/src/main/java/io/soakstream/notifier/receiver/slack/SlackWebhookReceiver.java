package io.soakstream.notifier.receiver.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.Payload;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.http.HttpStatus;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.secret.Secret;
import java.io.IOException;
import java.util.List;
import okhttp3.Response;

/** A channel by an incoming webhook: it gives no reference, so there is neither a living message nor a thread. */
public final class SlackWebhookReceiver implements Receiver {
    private final String name;
    private final Secret url;
    private final Composer composer;
    private final OutboundHttp http;
    private final SlackHttpClient slack;

    /** @param url holds the secret in its path */
    public SlackWebhookReceiver(String name, Secret url, Composer composer, OutboundHttp http) {
        this.name = name;
        this.url = url;
        this.composer = composer;
        this.http = http;
        this.slack = new SlackHttpClient(http.client());
        SlackConfig config = new SlackConfig();
        config.setHttpClientResponseHandlers(List.of());
        // Its statistics would ask Slack who we are before every first message.
        config.setStatsEnabled(false);
        slack.setConfig(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Outgoing message) {
        SlackText text = SlackRenderer.render(composer.compose(message.notice(), message.possibleRepeat()));
        Payload payload =
                Payload.builder().text(text.fallback()).blocks(text.blocks()).build();
        return http.attempt(() -> post(payload));
    }

    private Delivery post(Payload payload) throws IOException {
        try (Response answer = slack.postJsonBody(url.reveal(), payload)) {
            String body = answer.body() == null ? "" : answer.body().string();
            if (!HttpStatus.isSuccess(answer.code())) {
                return HttpStatus.problem(
                        answer.code(),
                        answer.header("Retry-After"),
                        http.redaction().of(body));
            }
            // docs.slack.dev, incoming webhooks: a message that was taken is answered by "ok".
            return body.strip().equals("ok") ? Delivery.sent() : Delivery.unsure("an answer that is not 'ok'");
        }
    }
}
