package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.config.ReceiverConfig;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.receiver.log.LogReceiver;
import io.soakstream.notifier.receiver.slack.SlackReceiver;
import io.soakstream.notifier.receiver.slack.SlackWebhookReceiver;
import io.soakstream.notifier.receiver.telegram.TelegramReceiver;
import io.soakstream.notifier.receiver.webhook.WebhookReceiver;
import io.soakstream.notifier.receiver.webhook.WebhookSignature;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Makes the receivers of a configuration; each has a client of its own. */
public final class Receivers {
    private final NotifierConfig config;
    private final Composer composer;
    private final Consumer<String> lines;
    private final InstantSource clock;

    /** @param lines takes what a receiver of type {@code log} says */
    public Receivers(NotifierConfig config, Consumer<String> lines, InstantSource clock) {
        this.config = config;
        this.composer = new Composer(config.links());
        this.lines = lines;
        this.clock = clock;
    }

    public List<Receiver> all() {
        return config.receivers().stream().map(this::receiver).toList();
    }

    private Receiver receiver(ReceiverConfig receiver) {
        OutboundHttp http = new OutboundHttp(config.network(), config.redaction());
        return switch (receiver.type()) {
            case SLACK ->
                new SlackReceiver(
                        receiver.name(),
                        receiver.api().orElse(SlackReceiver.API),
                        receiver.secret().orElseThrow(),
                        receiver.target().orElseThrow(),
                        composer,
                        http);
            case SLACK_WEBHOOK ->
                new SlackWebhookReceiver(receiver.name(), receiver.secret().orElseThrow(), composer, http);
            case TELEGRAM ->
                new TelegramReceiver(
                        receiver.name(),
                        receiver.api().orElse(TelegramReceiver.API),
                        receiver.secret().orElseThrow(),
                        receiver.target().orElseThrow(),
                        receiver.topic(),
                        composer,
                        http);
            case WEBHOOK ->
                new WebhookReceiver(
                        receiver.name(),
                        receiver.secret().orElseThrow(),
                        receiver.signingSecret().map(WebhookSignature::new),
                        http,
                        clock);
            case LOG -> new LogReceiver(receiver.name(), lines);
        };
    }
}
