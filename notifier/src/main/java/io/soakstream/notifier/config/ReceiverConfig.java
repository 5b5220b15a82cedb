package io.soakstream.notifier.config;

import io.soakstream.notifier.delivery.ReceiverSettings;
import io.soakstream.notifier.secret.Secret;
import java.util.Optional;

/**
 * One receiver.
 *
 * @param secret bot token of SLACK and TELEGRAM, URL of SLACK_WEBHOOK and WEBHOOK; empty for LOG
 * @param signingSecret of WEBHOOK: {@code whsec_...}
 * @param api base of the platform's API, where it is not the platform's own
 * @param target channel of SLACK, chat of TELEGRAM
 * @param topic thread of a forum, of TELEGRAM
 */
public record ReceiverConfig(
        String name,
        ReceiverType type,
        Optional<Secret> secret,
        Optional<Secret> signingSecret,
        Optional<String> api,
        Optional<String> target,
        Optional<Integer> topic,
        ReceiverSettings settings) {}
