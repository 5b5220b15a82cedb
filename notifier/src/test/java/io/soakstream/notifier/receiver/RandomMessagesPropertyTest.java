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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** No text that anybody writes makes a platform refuse a message; the profile proof tries 10,000. */
class RandomMessagesPropertyTest {
    private static FakeSlack slack;
    private static FakeTelegram telegram;

    @BeforeContainer
    static void start() {
        slack = FakeSlack.start(Fakes.SLACK_TOKEN, Fakes.CHANNEL);
        telegram = FakeTelegram.start(Fakes.TELEGRAM_TOKEN, Fakes.CHAT);
    }

    @AfterContainer
    static void stop() {
        slack.close();
        telegram.close();
    }

    @Property(tries = 200)
    void shouldNeverBeRefused(
            @ForAll("texts") List<String> reasons, @ForAll("texts") List<String> notes, @ForAll boolean repeat) {
        // Given
        Outgoing message = new Outgoing(Samples.failure("n1", reasons, notes), Optional.empty(), repeat, false);

        // When
        List<Delivery> deliveries = List.<Receiver>of(Fakes.of(slack), Fakes.hook(slack), Fakes.of(telegram)).stream()
                .map(receiver -> receiver.send(message))
                .toList();

        // Then
        assertThat(deliveries).extracting(Delivery::kind).containsOnly(Delivery.Kind.SENT);
        assertThat(slack.rejections()).isEmpty();
        assertThat(telegram.rejections()).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(400);
        Arbitrary<String> markup = Arbitraries.strings()
                .withChars("<>&*_`~|\"'\\/abc \n\t\r\u202E\u2066\u0000😀👩‍🚀שלוםمرحبا")
                .ofMaxLength(400);
        Arbitrary<String> huge = Arbitraries.of("&", "<", "👍", "ש", "a ").map(unit -> unit.repeat(100_000));
        return Arbitraries.oneOf(any, markup, huge).list().ofMaxSize(12);
    }
}
