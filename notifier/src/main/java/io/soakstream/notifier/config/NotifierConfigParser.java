package io.soakstream.notifier.config;

import io.soakstream.notifier.delivery.QueueLimits;
import io.soakstream.notifier.domain.Maintenance;
import io.soakstream.notifier.domain.Route;
import io.soakstream.notifier.domain.Routes;
import io.soakstream.notifier.domain.TellingRules;
import io.soakstream.notifier.http.AddressPolicy;
import io.soakstream.notifier.http.Cidr;
import io.soakstream.notifier.http.NetworkRules;
import io.soakstream.notifier.message.LinkTemplates;
import io.soakstream.notifier.receiver.slack.SlackReceiver;
import io.soakstream.notifier.receiver.telegram.TelegramReceiver;
import io.soakstream.notifier.secret.Secret;
import io.soakstream.schemas.setting.InvalidSettingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** From the tree of a configuration file to the configuration. Nothing that it does not understand is passed over. */
public final class NotifierConfigParser {
    private final SecretSource secrets;

    /** @param environment variables that secrets are taken from */
    public NotifierConfigParser(Map<String, String> environment) {
        this.secrets = new SecretSource(environment);
    }

    /**
     * Reads it.
     *
     * @param tree what stands under {@link NotifierConfig#ROOT}
     * @throws InvalidSettingException something is wrong; the message begins with its path
     */
    public NotifierConfig parse(Object tree) {
        ConfigBlock root = new ConfigBlock(NotifierConfig.ROOT, tree);
        root.only(
                "notify_simulated",
                "repeat_interval",
                "stale_after",
                "coalesce_above",
                "update_interval",
                "give_up_after",
                "flap",
                "maintenance",
                "network",
                "links",
                "receivers",
                "routes");
        List<ReceiverConfig> receivers = receivers(root);
        return new NotifierConfig(
                root.isOn("notify_simulated", false),
                telling(root),
                limits(root),
                root.blocks("maintenance").stream()
                        .map(NotifierConfigParser::maintenance)
                        .toList(),
                network(root, receivers),
                links(root),
                receivers,
                routes(root, receivers));
    }

    private static TellingRules telling(ConfigBlock root) {
        TellingRules defaults = TellingRules.defaults();
        Optional<ConfigBlock> flap = root.block("flap").map(block -> block.only("changes", "window"));
        Duration repeat = root.duration("repeat_interval", Duration.ofMillis(defaults.repeatIntervalMs()));
        return root.checked(() -> new TellingRules(
                repeat.toMillis(),
                flap.map(block -> block.count("changes", defaults.flapChanges()))
                        .orElse(defaults.flapChanges()),
                flap.map(block -> block.duration("window", Duration.ofMillis(defaults.flapWindowMs()))
                                .toMillis())
                        .orElse(defaults.flapWindowMs())));
    }

    private static QueueLimits limits(ConfigBlock root) {
        QueueLimits defaults = QueueLimits.defaults();
        return new QueueLimits(
                root.duration("stale_after", defaults.staleAfter()),
                root.count("coalesce_above", defaults.coalesceAbove()),
                defaults.collapseAbove(),
                root.duration("update_interval", defaults.updateInterval()),
                root.duration("give_up_after", defaults.giveUpAfter()));
    }

    private static Maintenance maintenance(ConfigBlock block) {
        block.only("from", "until", "reason");
        return block.checked(() -> new Maintenance(
                block.instant("from").toEpochMilli(), block.instant("until").toEpochMilli(), block.text("reason")));
    }

    /** The hosts that are named, and those that the receivers cannot do without. */
    private static NetworkRules network(ConfigBlock root, List<ReceiverConfig> receivers) {
        Optional<ConfigBlock> block =
                root.block("network").map(network -> network.only("allow_hosts", "allow_private", "plain_loopback"));
        Set<String> hosts = new LinkedHashSet<>(
                block.map(network -> network.texts("allow_hosts")).orElse(List.of()));
        receivers.stream()
                .map(NotifierConfigParser::platform)
                .flatMap(Optional::stream)
                .forEach(hosts::add);
        List<Cidr> ranges = block.map(NotifierConfigParser::ranges).orElse(List.of());
        receivers.forEach(receiver -> requireAllowed(receiver, hosts));
        return new NetworkRules(
                hosts,
                new AddressPolicy(ranges),
                block.map(network -> network.isOn("plain_loopback", false)).orElse(false));
    }

    private static List<Cidr> ranges(ConfigBlock network) {
        List<Cidr> ranges = new ArrayList<>();
        for (String text : network.texts("allow_private")) {
            try {
                ranges.add(Cidr.parse(text));
            } catch (IllegalArgumentException noRange) {
                throw network.invalid("allow_private", noRange.getMessage());
            }
        }
        return ranges;
    }

    /** The platform's own host; another API must be named like any host. */
    private static Optional<String> platform(ReceiverConfig receiver) {
        return switch (receiver.type()) {
            case SLACK -> receiver.api().isEmpty() ? host(SlackReceiver.API) : Optional.empty();
            case TELEGRAM -> receiver.api().isEmpty() ? host(TelegramReceiver.API) : Optional.empty();
            case SLACK_WEBHOOK -> Optional.of("hooks.slack.com");
            case WEBHOOK, LOG -> Optional.empty();
        };
    }

    private static void requireAllowed(ReceiverConfig receiver, Set<String> hosts) {
        Optional<String> url = receiver.type() == ReceiverType.WEBHOOK || receiver.type() == ReceiverType.SLACK_WEBHOOK
                ? receiver.secret().map(Secret::reveal)
                : receiver.api();
        url.flatMap(NotifierConfigParser::host)
                .filter(host -> !hosts.contains(host))
                .ifPresent(host -> {
                    throw new InvalidSettingException(
                            NotifierConfig.ROOT + ".network.allow_hosts",
                            "the host of receiver " + receiver.name() + " is not among them: " + host);
                });
    }

    private static Optional<String> host(String url) {
        return Optional.ofNullable(HttpUrl.parse(url)).map(HttpUrl::host);
    }

    private static LinkTemplates links(ConfigBlock root) {
        Map<String, String> urls = new LinkedHashMap<>();
        root.block("links").ifPresent(links -> links.keys().forEach(label -> {
            String url = links.text(label);
            if (!url.matches("https?://[^\\s<>|\"]+")) {
                throw links.invalid(label, "'" + url + "' is no URL");
            }
            urls.put(label, url);
        }));
        return new LinkTemplates(urls);
    }

    private List<ReceiverConfig> receivers(ConfigBlock root) {
        ReceiverParser parser = new ReceiverParser(secrets);
        Map<String, ReceiverConfig> byName = new LinkedHashMap<>();
        for (ConfigBlock block : root.blocks("receivers")) {
            ReceiverConfig receiver = parser.parse(block);
            if (byName.put(receiver.name(), receiver) != null) {
                throw block.invalid("name", "'" + receiver.name() + "' stands there twice");
            }
        }
        if (byName.isEmpty()) {
            throw root.invalid("receivers", "at least one is needed");
        }
        byName.values().forEach(receiver -> requireFallback(root, receiver, byName));
        return List.copyOf(byName.values());
    }

    /** A message that nobody takes must come to an end. */
    private static void requireFallback(ConfigBlock root, ReceiverConfig receiver, Map<String, ReceiverConfig> byName) {
        Set<String> passed = new LinkedHashSet<>(Set.of(receiver.name()));
        Optional<String> next = receiver.settings().fallback();
        while (next.isPresent()) {
            String name = next.get();
            if (!byName.containsKey(name) || !passed.add(name)) {
                throw root.invalid(
                        "receivers",
                        receiver.name() + ".fallback: '" + name + "' is no receiver, or leads back to this one");
            }
            next = byName.get(name).settings().fallback();
        }
    }

    /** Without routes every receiver is told of every change. */
    private static Routes routes(ConfigBlock root, List<ReceiverConfig> receivers) {
        Set<String> names = receivers.stream().map(ReceiverConfig::name).collect(Collectors.toSet());
        List<Route> routes = root.blocks("routes").stream()
                .map(block -> RouteParser.parse(block, names))
                .toList();
        return new Routes(
                root.has("routes")
                        ? routes
                        : receivers.stream()
                                .map(receiver -> Route.everything(receiver.name()))
                                .toList());
    }
}
