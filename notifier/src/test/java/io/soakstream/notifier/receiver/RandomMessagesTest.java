package io.soakstream.notifier.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.FakeTelegram;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No text that anybody writes makes a platform refuse a message; the profile proof tries 10,000. */
class RandomMessagesTest {
    private static final int MESSAGES = Integer.getInteger("proof.messages", 300);
    /** Given, or always the same in an ordinary build. */
    private static final long SEED =
            Long.getLong("proof.seed", Boolean.getBoolean("proof.draw") ? System.nanoTime() % 1_000_000 : 20_261_121L);

    @Test
    void shouldNeverBeRefused() {
        try (FakeSlack slack = FakeSlack.start(Fakes.SLACK_TOKEN, Fakes.CHANNEL);
                FakeTelegram telegram = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT)) {
            // Given
            List<Receiver> receivers = List.of(Fakes.of(slack), Fakes.hook(slack), Fakes.of(telegram));
            RandomTexts texts = new RandomTexts(SEED);

            // When
            for (int number = 0; number < MESSAGES; number++) {
                Outgoing message = new Outgoing(
                        Samples.failure("n" + number, texts.next(), texts.next()),
                        Optional.empty(),
                        number % 2 == 0,
                        false);
                Receiver receiver = receivers.get(number % receivers.size());

                // Then
                assertThat(receiver.send(message).kind())
                        .as("seed %s, message %s to %s", SEED, number, receiver.name())
                        .isEqualTo(Delivery.Kind.SENT);
            }
            assertThat(slack.rejections()).isEmpty();
            assertThat(telegram.rejections()).isEmpty();
        }
    }
}
