package io.soakstream.notifier.fake;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.soakstream.notifier.receiver.webhook.WebhookSignature;
import io.soakstream.notifier.secret.Secret;
import java.util.Optional;

/** Somebody's own program that takes CloudEvents, signed as Standard Webhooks (standardwebhooks.com, specification). */
public final class FakeWebhook extends FakePlatform {
    private static final long TOLERANCE_SECONDS = 300;

    private final WebhookSignature signature;

    private FakeWebhook(Secret secret) {
        this.signature = new WebhookSignature(secret);
    }

    public static FakeWebhook start(String secret) {
        return new FakeWebhook(new Secret(secret));
    }

    public String hook() {
        return url() + "/hook";
    }

    @Override
    void routes(JavalinConfig javalin) {
        javalin.routes.post("/hook", context -> answer(context, this::take));
    }

    @Override
    FakeAnswer throttled(int retrySeconds) {
        return FakeAnswer.text(429, "slow down").retryAfter(retrySeconds);
    }

    private FakeAnswer take(Context context) {
        String id = context.header("webhook-id");
        String timestamp = context.header("webhook-timestamp");
        if (id == null
                || timestamp == null
                || !"application/cloudevents+json; charset=utf-8".equals(context.header("Content-Type"))) {
            reject("headers");
            return FakeAnswer.text(400, "headers");
        }
        long seconds = Long.parseLong(timestamp);
        boolean recent = Math.abs(System.currentTimeMillis() / 1000 - seconds) <= TOLERANCE_SECONDS;
        if (!recent || !signature.of(id, seconds, context.body()).equals(context.header("webhook-signature"))) {
            reject("signature");
            return FakeAnswer.text(401, "signature");
        }
        accept(new Accepted(id, context.body(), Optional.empty(), false, false, System.currentTimeMillis()));
        return FakeAnswer.text(204, "");
    }
}
