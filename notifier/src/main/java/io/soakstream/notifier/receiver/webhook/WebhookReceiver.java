package io.soakstream.notifier.receiver.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.http.HttpStatus;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.ledger.NoticeJson;
import io.soakstream.notifier.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A URL that takes CloudEvents; the id is the same for every attempt, so its side can tell repeats. */
public final class WebhookReceiver implements Receiver {
    private static final MediaType CLOUD_EVENT = MediaType.get("application/cloudevents+json; charset=utf-8");

    private final String name;
    private final Secret url;
    private final Optional<WebhookSignature> signature;
    private final OutboundHttp http;
    private final InstantSource clock;

    /** @param url a secret: many have a token in it */
    public WebhookReceiver(
            String name, Secret url, Optional<WebhookSignature> signature, OutboundHttp http, InstantSource clock) {
        this.name = name;
        this.url = url;
        this.signature = signature;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Outgoing message) {
        String body = cloudEvent(message).toString();
        return http.attempt(() -> post(request(message.notice().id(), body)));
    }

    private static ObjectNode cloudEvent(Outgoing message) {
        Notice notice = message.notice();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0")
                .put("id", notice.id())
                .put("source", "/soakstream/" + notice.bot() + "/" + notice.run())
                .put("type", "io.soakstream.notification." + notice.lead().word())
                .put("time", Instant.ofEpochMilli(notice.eventTimeMs()).toString())
                .put("datacontenttype", "application/json");
        notice.policy().ifPresent(policy -> event.put("subject", policy));
        ObjectNode data = NoticeJson.tree(notice);
        data.put("possible_repeat", message.possibleRepeat());
        event.set("data", data);
        return event;
    }

    private Request request(String id, String body) {
        long seconds = clock.instant().getEpochSecond();
        Request.Builder request = new Request.Builder()
                .url(url.reveal())
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), CLOUD_EVENT));
        signature.ifPresent(key -> request.header("webhook-signature", key.of(id, seconds, body)));
        return request.build();
    }

    private Delivery post(Request request) throws IOException {
        try (Response answer = http.client().newCall(request).execute()) {
            return HttpStatus.isSuccess(answer.code())
                    ? Delivery.sent(request.header("webhook-id"))
                    : HttpStatus.problem(answer.code(), answer.header("Retry-After"), "");
        }
    }
}
