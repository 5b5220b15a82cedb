package io.soakstream.notifier.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.fake.FakePlatform;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.FakeTelegram;
import io.soakstream.notifier.fake.FakeWebhook;
import io.soakstream.notifier.fake.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every receiver has to make of what a platform does to it: the same. */
class ReceiverFaultsTest {
    private static FakeSlack slack;
    private static FakeTelegram telegram;
    private static FakeWebhook webhook;

    private record Expected(Delivery.Kind kind, int taken) {}

    private static final Map<Fault, Expected> EXPECTED = Map.of(
            Fault.NONE, new Expected(Delivery.Kind.SENT, 1),
            Fault.SLOW, new Expected(Delivery.Kind.SENT, 1),
            Fault.DOWN, new Expected(Delivery.Kind.UNSURE, 0),
            Fault.ERROR, new Expected(Delivery.Kind.UNSURE, 0),
            Fault.THROTTLED, new Expected(Delivery.Kind.THROTTLED, 0),
            Fault.TAKE_AND_DROP, new Expected(Delivery.Kind.UNSURE, 1));

    @BeforeAll
    static void start() {
        slack = FakeSlack.start(Fakes.SLACK_TOKEN, Fakes.CHANNEL);
        telegram = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT);
        webhook = FakeWebhook.start(Fakes.SIGNING);
    }

    @AfterAll
    static void stop() {
        slack.close();
        telegram.close();
        webhook.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldSayWhatBecameOfAMessage() {
        return EXPECTED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Stream.of(
                        test("slack", slack, Fakes.of(slack), entry.getKey(), entry.getValue()),
                        test("incoming webhook", slack, Fakes.hook(slack), entry.getKey(), entry.getValue()),
                        test("telegram", telegram, Fakes.of(telegram), entry.getKey(), entry.getValue()),
                        test("webhook", webhook, Fakes.of(webhook), entry.getKey(), entry.getValue())));
    }

    /** A webhook needs no answer but the status; the others cannot know what such an answer means. */
    @TestFactory
    Stream<DynamicTest> shouldNotBelieveAnAnswerThatMakesNoSense() {
        Expected unsure = new Expected(Delivery.Kind.UNSURE, 0);
        return Stream.of(
                test("slack", slack, Fakes.of(slack), Fault.GARBAGE, unsure),
                test("incoming webhook", slack, Fakes.hook(slack), Fault.GARBAGE, unsure),
                test("telegram", telegram, Fakes.of(telegram), Fault.GARBAGE, unsure));
    }

    private static DynamicTest test(
            String name, FakePlatform platform, Receiver receiver, Fault fault, Expected expected) {
        return DynamicTest.dynamicTest(name + " " + fault, () -> {
            // Given
            int before = platform.messages().size();
            platform.fail(fault);

            // When
            Delivery delivery = receiver.send(new Outgoing(Samples.failure(), Optional.empty(), false, false));

            // Then
            platform.fail(Fault.NONE);
            assertThat(delivery.kind()).as(delivery.reason()).isEqualTo(expected.kind());
            assertThat(platform.messages()).hasSize(before + expected.taken());
            if (fault == Fault.THROTTLED) {
                assertThat(delivery.after()).contains(Duration.ofSeconds(1));
            }
            assertThat(delivery.reason()).doesNotContain("canary");
        });
    }
}
