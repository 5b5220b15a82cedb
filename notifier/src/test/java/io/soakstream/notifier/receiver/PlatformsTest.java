package io.soakstream.notifier.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.fake.Accepted;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.FakeTelegram;
import io.soakstream.notifier.fake.FakeWebhook;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    private static Outgoing message(Optional<String> thread, boolean silent) {
        return new Outgoing(Samples.failure(), thread, false, silent);
    }

    @Test
    void shouldKeepOneLivingMessageInSlackAndAnswerIt() {
        try (FakeSlack platform = FakeSlack.start(Fakes.SLACK_TOKEN, Fakes.CHANNEL)) {
            // Given
            Receiver receiver = Fakes.of(platform);
            String root =
                    receiver.send(message(Optional.empty(), false)).reference().orElseThrow();

            // When
            Delivery reply = receiver.send(message(Optional.of(root), false));
            Delivery update = receiver.update(root, Samples.progress(Level.PASS));

            // Then
            assertThat(reply.kind()).isEqualTo(Delivery.Kind.SENT);
            assertThat(update.kind()).isEqualTo(Delivery.Kind.SENT);
            Accepted answer = platform.accepted().get(1);
            assertThat(root).isEqualTo(Fakes.CHANNEL + "|" + answer.thread().orElseThrow());
            assertThat(platform.accepted().get(2).update()).isTrue();
            assertThat(platform.accepted().get(2).text()).startsWith("Soak [PASS] PASS");
        }
    }

    @Test
    void shouldKeepOneLivingMessageInTelegramAndAnswerIt() {
        try (FakeTelegram platform = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT)) {
            // Given
            Receiver receiver = Fakes.of(platform);
            String root =
                    receiver.send(message(Optional.empty(), true)).reference().orElseThrow();

            // When
            receiver.send(message(Optional.of(root), false));
            Delivery update = receiver.update(root, Samples.progress(Level.PASS));

            // Then
            assertThat(platform.accepted()).extracting(Accepted::silent).containsExactly(true, false, false);
            assertThat(platform.accepted().get(1).thread()).contains(root);
            assertThat(update.kind()).isEqualTo(Delivery.Kind.SENT);
        }
    }

    @Test
    void shouldSendThePublishedLineByteForByte() {
        try (FakeTelegram platform = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT)) {
            // When
            Fakes.of(platform).send(new Outgoing(Samples.line(), Optional.empty(), false, false));

            // Then
            assertThat(platform.accepted()).extracting(Accepted::text).containsExactly(Samples.LINE);
        }
    }

    @Test
    void shouldSignCloudEvents() {
        try (FakeWebhook platform = FakeWebhook.start(Fakes.SIGNING)) {
            // When
            Delivery delivery = Fakes.of(platform).send(message(Optional.empty(), false));

            // Then
            assertThat(delivery.reference()).contains("n1");
            assertThat(platform.rejections()).isEmpty();
            assertThat(platform.accepted().get(0).text())
                    .contains(
                            "\"type\":\"io.soakstream.notification.verdict_changed\"",
                            "\"source\":\"/soakstream/mm/nightly\"");
        }
    }

    @Test
    void shouldGiveUpAtOnceWithAWrongToken() {
        try (FakeSlack slack = FakeSlack.start(Fakes.SLACK_TOKEN, Fakes.CHANNEL);
                FakeTelegram telegram = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT)) {
            // When
            Delivery toSlack = Fakes.slack(slack, "xoxb-wrong").send(message(Optional.empty(), false));
            Delivery toTelegram = Fakes.telegram(telegram, "99999:wrong-wrong").send(message(Optional.empty(), false));

            // Then
            assertThat(toSlack).isEqualTo(Delivery.dropped("invalid_auth"));
            assertThat(toTelegram).isEqualTo(Delivery.dropped("HTTP 401: Unauthorized"));
        }
    }
}
