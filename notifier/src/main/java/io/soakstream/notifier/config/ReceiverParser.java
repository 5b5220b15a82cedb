package io.soakstream.notifier.config;

import io.soakstream.notifier.delivery.RateLimit;
import io.soakstream.notifier.delivery.ReceiverSettings;
import io.soakstream.notifier.receiver.webhook.WebhookSignature;
import io.soakstream.notifier.secret.Secret;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Reads a receiver. */
final class ReceiverParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Z0-9]{3,32}|#?[a-z0-9._-]{1,80}");
    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,19}|@[A-Za-z0-9_]{5,64}");
    private static final Pattern TELEGRAM_TOKEN = Pattern.compile("[0-9]{3,20}:[A-Za-z0-9_-]{10,100}");

    private final SecretSource secrets;

    ReceiverParser(SecretSource secrets) {
        this.secrets = secrets;
    }

    ReceiverConfig parse(ConfigBlock block) {
        String name = block.text("name");
        if (!NAME.matcher(name).matches()) {
            throw block.invalid("name", "'" + name + "' must match " + NAME);
        }
        ReceiverType type = block.word("type", null, ReceiverType::byWord);
        if (type == null) {
            throw block.invalid("type", "missing");
        }
        ReceiverSettings settings = new ReceiverSettings(rate(block, type), block.optionalText("fallback"));
        return switch (type) {
            case SLACK -> slack(block, name, settings);
            case SLACK_WEBHOOK -> slackWebhook(block, name, settings);
            case TELEGRAM -> telegram(block, name, settings);
            case WEBHOOK -> webhook(block, name, settings);
            case LOG -> {
                block.only("name", "type", "fallback", "limits");
                yield receiver(name, type, Optional.empty(), settings);
            }
        };
    }

    private static RateLimit rate(ConfigBlock block, ReceiverType type) {
        return block.block("limits")
                .map(limits -> {
                    limits.only("per_minute", "burst");
                    return new RateLimit(
                            limits.count("per_minute", type.rate().perMinute()),
                            limits.count("burst", type.rate().burst()));
                })
                .orElse(type.rate());
    }

    private ReceiverConfig slack(ConfigBlock block, String name, ReceiverSettings settings) {
        block.only("name", "type", "fallback", "limits", "token", "token_env", "token_file", "channel", "api_url");
        String channel = block.text("channel");
        if (!CHANNEL.matcher(channel).matches()) {
            throw block.invalid("channel", "'" + channel + "' is neither the id nor the name of a channel");
        }
        return new ReceiverConfig(
                name,
                ReceiverType.SLACK,
                Optional.of(secrets.require(block, "token")),
                Optional.empty(),
                api(block),
                Optional.of(channel),
                Optional.empty(),
                settings);
    }

    private ReceiverConfig slackWebhook(ConfigBlock block, String name, ReceiverSettings settings) {
        block.only("name", "type", "fallback", "limits", "url", "url_env", "url_file");
        return receiver(name, ReceiverType.SLACK_WEBHOOK, Optional.of(url(block)), settings);
    }

    private ReceiverConfig telegram(ConfigBlock block, String name, ReceiverSettings settings) {
        block.only(
                "name", "type", "fallback", "limits", "token", "token_env", "token_file", "chat", "topic", "api_url");
        String chat = block.text("chat");
        if (!CHAT.matcher(chat).matches()) {
            throw block.invalid("chat", "'" + chat + "' is neither the id of a chat nor @channel");
        }
        Secret token = secrets.require(block, "token");
        if (!TELEGRAM_TOKEN.matcher(token.reveal()).matches()) {
            throw block.invalid("token_env", "what it leads to does not look like a bot's token");
        }
        int topic = block.count("topic", 0);
        return new ReceiverConfig(
                name,
                ReceiverType.TELEGRAM,
                Optional.of(token),
                Optional.empty(),
                api(block),
                Optional.of(chat),
                topic == 0 ? Optional.empty() : Optional.of(topic),
                settings);
    }

    private ReceiverConfig webhook(ConfigBlock block, String name, ReceiverSettings settings) {
        block.only(
                "name",
                "type",
                "fallback",
                "limits",
                "url",
                "url_env",
                "url_file",
                "secret",
                "secret_env",
                "secret_file");
        Optional<Secret> signing = secrets.find(block, "secret");
        signing.ifPresent(secret -> signature(block, secret));
        return new ReceiverConfig(
                name,
                ReceiverType.WEBHOOK,
                Optional.of(url(block)),
                signing,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                settings);
    }

    private static void signature(ConfigBlock block, Secret secret) {
        try {
            new WebhookSignature(secret);
        } catch (IllegalArgumentException unusable) {
            throw block.invalid("secret_env", "what it leads to " + unusable.getMessage());
        }
    }

    /** The URL of a webhook is a secret: many have a token in it. */
    private Secret url(ConfigBlock block) {
        Secret url = secrets.require(block, "url");
        if (HttpUrl.parse(url.reveal()) == null) {
            throw block.invalid("url_env", "what it leads to is no URL");
        }
        return url;
    }

    private static Optional<String> api(ConfigBlock block) {
        Optional<String> api = block.optionalText("api_url");
        api.filter(url -> HttpUrl.parse(url) == null).ifPresent(url -> {
            throw block.invalid("api_url", "'" + url + "' is no URL");
        });
        return api;
    }

    private static ReceiverConfig receiver(
            String name, ReceiverType type, Optional<Secret> secret, ReceiverSettings settings) {
        return new ReceiverConfig(
                name, type, secret, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), settings);
    }
}
