package io.soakstream.deploy.proof;

import io.soakstream.notifier.fake.FakePlatform;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.FakeTelegram;
import io.soakstream.notifier.fake.FakeWebhook;
import io.soakstream.notifier.fake.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fakes of a proof, and the configuration that leads to them. */
record NotifierPlatforms(FakeSlack slack, FakeTelegram telegram, FakeWebhook webhook) implements AutoCloseable {
    static final String SLACK_TOKEN = "xoxb-canary-proof-0815";
    static final String TELEGRAM_TOKEN = "4711:canary-proof-telegram-0815";
    static final String SIGNING = "whsec_Y2FuYXJ5LXByb29mLWNhbmFyeS1wcm9vZi0wODE1MDgxNQ==";
    static final List<String> CANARIES = List.of("canary-proof", SIGNING.substring(6));

    private static final String CHANNEL = "C0123456789";
    private static final String CHAT = "-1001234";
    /** What a platform may do to a message so that the ledger is right nevertheless. */
    private static final List<Fault> FAULTS =
            List.of(Fault.NONE, Fault.NONE, Fault.SLOW, Fault.DOWN, Fault.ERROR, Fault.THROTTLED, Fault.TAKE_AND_DROP);

    /** Who reads the answer knows that it is none; to a plain webhook 200 is an answer, whatever stands in it. */
    private static final List<Fault> FAULTS_OF_READERS =
            Stream.concat(FAULTS.stream(), Stream.of(Fault.GARBAGE)).toList();

    static NotifierPlatforms start() {
        return new NotifierPlatforms(
                FakeSlack.start(SLACK_TOKEN, CHANNEL),
                FakeTelegram.start(TELEGRAM_TOKEN, CHAT),
                FakeWebhook.start(SIGNING));
    }

    Map<String, FakePlatform> byReceiver() {
        return Map.of("slack", slack, "telegram", telegram, "webhook", webhook);
    }

    /**
     * Each does something else from now on.
     *
     * @param longOutage Telegram alone is down, whatever else would have come
     */
    void disturb(Random random, boolean longOutage) {
        slack.fail(any(FAULTS_OF_READERS, random));
        Fault ofTelegram = any(FAULTS_OF_READERS, random);
        telegram.fail(longOutage ? Fault.DOWN : ofTelegram);
        webhook.fail(any(FAULTS, random));
    }

    private static Fault any(List<Fault> faults, Random random) {
        return faults.get(random.nextInt(faults.size()));
    }

    /** Requests to all of them (count). */
    int requests() {
        return byReceiver().values().stream().mapToInt(FakePlatform::requests).sum();
    }

    /** How often a platform did what. */
    static String faults(FakePlatform platform) {
        return Stream.of(Fault.values())
                .filter(fault -> platform.answered(fault) > 0)
                .map(fault -> fault + " " + platform.answered(fault))
                .collect(Collectors.joining(", "));
    }

    void calm() {
        byReceiver().values().forEach(platform -> platform.fail(Fault.NONE));
    }

    /** Writes the configuration, with its secrets in files beside it. */
    Path writeConfig(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path slackToken = Files.writeString(directory.resolve("slack-token"), SLACK_TOKEN);
        Path telegramToken = Files.writeString(directory.resolve("telegram-token"), TELEGRAM_TOKEN);
        Path hook = Files.writeString(directory.resolve("hook-url"), webhook.hook());
        Path signing = Files.writeString(directory.resolve("hook-secret"), SIGNING);
        String limits = "limits: {per_minute: 60000, burst: 100}";
        String config = String.join(
                "\n",
                "notifier:",
                "  coalesce_above: 100000",
                "  flap: {changes: 1000, window: 40m}",
                "  network: {allow_hosts: [127.0.0.1], allow_private: [127.0.0.0/8], plain_loopback: true}",
                "  receivers:",
                "    - {name: slack, type: slack, channel: " + CHANNEL + ", token_file: " + slackToken + ", api_url: '"
                        + slack.api() + "', " + limits + "}",
                "    - {name: telegram, type: telegram, chat: '" + CHAT + "', token_file: " + telegramToken
                        + ", api_url: '" + telegram.api() + "', " + limits + "}",
                "    - {name: webhook, type: webhook, url_file: " + hook + ", secret_file: " + signing + ", " + limits
                        + "}",
                "");
        return Files.writeString(directory.resolve("notifier.yaml"), config);
    }

    @Override
    public void close() {
        slack.close();
        telegram.close();
        webhook.close();
    }
}
