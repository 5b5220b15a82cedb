package io.soakstream.notifier.receiver;

import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.FakeTelegram;
import io.soakstream.notifier.fake.FakeWebhook;
import io.soakstream.notifier.http.AddressPolicy;
import io.soakstream.notifier.http.Cidr;
import io.soakstream.notifier.http.NetworkRules;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.message.LinkTemplates;
import io.soakstream.notifier.receiver.slack.SlackReceiver;
import io.soakstream.notifier.receiver.slack.SlackWebhookReceiver;
import io.soakstream.notifier.receiver.telegram.TelegramReceiver;
import io.soakstream.notifier.receiver.webhook.WebhookReceiver;
import io.soakstream.notifier.receiver.webhook.WebhookSignature;
import io.soakstream.notifier.secret.Redaction;
import io.soakstream.notifier.secret.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Receivers of the fakes. */
final class Fakes {
    static final String SLACK_TOKEN = "xoxb-canary-slack-4711";
    static final String TELEGRAM_TOKEN = "123456:canary-telegram-4711";
    static final String SIGNING = "whsec_Y2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5LTQ3MTE=";
    static final String CHANNEL = "C0123456789";
    static final String CHAT = "-1001234";

    private static final Composer COMPOSER =
            new Composer(new LinkTemplates(Map.of("dashboard", "https://dash.example/{bot}/{run}?a=1&b=2")));

    private Fakes() {}

    static OutboundHttp http() {
        NetworkRules rules =
                new NetworkRules(Set.of("127.0.0.1"), new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"))), true);
        return new OutboundHttp(
                rules,
                new Redaction(List.of(new Secret(SLACK_TOKEN), new Secret(TELEGRAM_TOKEN), new Secret(SIGNING))));
    }

    static Receiver of(FakeSlack slack) {
        return slack(slack, SLACK_TOKEN);
    }

    static Receiver slack(FakeSlack slack, String token) {
        return new SlackReceiver("slack", slack.api(), new Secret(token), CHANNEL, COMPOSER, http());
    }

    static Receiver hook(FakeSlack slack) {
        return new SlackWebhookReceiver("hook", new Secret(slack.webhook()), COMPOSER, http());
    }

    static Receiver of(FakeTelegram telegram) {
        return telegram(telegram, TELEGRAM_TOKEN);
    }

    static Receiver telegram(FakeTelegram telegram, String token) {
        return new TelegramReceiver(
                "telegram", telegram.api(), new Secret(token), CHAT, Optional.empty(), COMPOSER, http());
    }

    static Receiver of(FakeWebhook webhook) {
        return new WebhookReceiver(
                "webhook",
                new Secret(webhook.hook()),
                Optional.of(new WebhookSignature(new Secret(SIGNING))),
                http(),
                InstantSource.system());
    }
}
