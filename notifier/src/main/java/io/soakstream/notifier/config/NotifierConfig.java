package io.soakstream.notifier.config;

import io.soakstream.notifier.delivery.QueueLimits;
import io.soakstream.notifier.delivery.RateLimit;
import io.soakstream.notifier.delivery.ReceiverSettings;
import io.soakstream.notifier.domain.Maintenance;
import io.soakstream.notifier.domain.Route;
import io.soakstream.notifier.domain.Routes;
import io.soakstream.notifier.domain.TellingRules;
import io.soakstream.notifier.http.AddressPolicy;
import io.soakstream.notifier.http.NetworkRules;
import io.soakstream.notifier.message.LinkTemplates;
import io.soakstream.notifier.secret.Redaction;
import io.soakstream.notifier.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom the notifier tells of what, and how.
 *
 * @param simulated people are told of simulated runs too
 */
public record NotifierConfig(
        boolean simulated,
        TellingRules telling,
        QueueLimits limits,
        List<Maintenance> maintenance,
        NetworkRules network,
        LinkTemplates links,
        List<ReceiverConfig> receivers,
        Routes routes) {
    /** Where it stands in a configuration file. */
    public static final String ROOT = "notifier";

    private static final String LOG = "log";

    public NotifierConfig {
        maintenance = List.copyOf(maintenance);
        receivers = List.copyOf(receivers);
    }

    /** Every change of every live run, a line each. */
    public static NotifierConfig defaults() {
        ReceiverConfig log = new ReceiverConfig(
                LOG,
                ReceiverType.LOG,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ReceiverSettings(RateLimit.WIDE, Optional.empty()));
        return new NotifierConfig(
                false,
                TellingRules.defaults(),
                QueueLimits.defaults(),
                List.of(),
                new NetworkRules(Set.of(), new AddressPolicy(List.of()), false),
                LinkTemplates.none(),
                List.of(log),
                new Routes(List.of(Route.everything(LOG))));
    }

    /** The same, telling of simulated runs too. */
    public NotifierConfig withSimulated() {
        return new NotifierConfig(true, telling, limits, maintenance, network, links, receivers, routes);
    }

    /** Takes all of its secrets out of texts. */
    public Redaction redaction() {
        List<Secret> secrets = receivers.stream()
                .flatMap(receiver -> Stream.concat(receiver.secret().stream(), receiver.signingSecret().stream()))
                .toList();
        return new Redaction(secrets);
    }
}
