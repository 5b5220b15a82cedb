package io.soakstream.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.notifier.Samples;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.metrics.NotifierMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final RecordingOwner owner = new RecordingOwner();
    private final Scripted ops = new Scripted("ops");
    private final Scripted log = new Scripted("log");
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Deliveries deliveries = new Deliveries(
            List.of(ops, log),
            Map.of(
                    "ops", new ReceiverSettings(RateLimit.WIDE, Optional.of("log")),
                    "log", new ReceiverSettings(RateLimit.WIDE, Optional.empty())),
            QueueLimits.defaults(),
            new NotifierMetrics(meters),
            InstantSource.system());

    /** Answers as it is told, then takes everything. */
    private static final class Scripted implements Receiver {
        private final String name;
        private final Deque<Delivery> answers = new ArrayDeque<>();
        private final List<Outgoing> seen = Collections.synchronizedList(new ArrayList<>());
        private final List<Notice> updates = Collections.synchronizedList(new ArrayList<>());

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public synchronized Delivery send(Outgoing message) {
            seen.add(message);
            return answers.isEmpty() ? Delivery.sent("r" + seen.size()) : answers.pop();
        }

        @Override
        public boolean keepsLivingMessage() {
            return true;
        }

        @Override
        public Delivery update(String thread, Notice progress) {
            updates.add(progress);
            return Delivery.sent(thread);
        }
    }

    @AfterEach
    void close() {
        deliveries.close();
    }

    private void send(Notice notice) {
        deliveries.start();
        deliveries.add(Pending.fresh("ops", notice, false, System.currentTimeMillis(), owner));
    }

    private void awaitLedger(String word) {
        await().atMost(Duration.ofSeconds(20)).until(() -> owner.ledger.contains(word));
    }

    @Test
    void shouldWriteDownEveryAttemptBeforeItIsMade() {
        // When
        send(Samples.failure());

        // Then
        awaitLedger("sent n1 to ops");
        assertThat(owner.ledger).containsExactly("attempt 1 of n1 to ops", "sent n1 to ops");
    }

    @Test
    void shouldMarkWhatMayBeARepeatAndNothingElse() {
        // Given
        ops.answers.add(Delivery.failed("refused"));
        ops.answers.add(Delivery.unsure("no answer"));

        // When
        send(Samples.failure());

        // Then
        awaitLedger("sent n1 to ops");
        assertThat(ops.seen).extracting(Outgoing::possibleRepeat).containsExactly(false, false, true);
        assertThat(owner.ledger).contains("unsure n1");
    }

    @Test
    void shouldWaitAsLongAsThePlatformAsks() {
        // Given
        ops.answers.add(Delivery.throttled(Optional.of(Duration.ofSeconds(1)), "slow down"));
        long before = System.nanoTime();

        // When
        send(Samples.failure());

        // Then
        awaitLedger("sent n1 to ops");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(950));
        assertThat(meters.counter("soak.notification.retries", "channel", "ops", "reason", "throttled")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldSendNothingElseEitherWhileThePlatformWantsToBeLeftAlone() {
        // Given
        ops.answers.add(Delivery.throttled(Optional.of(Duration.ofSeconds(61)), "slow down"));
        ops.answers.add(Delivery.sent("r"));

        // When
        send(Samples.failure());
        await().atMost(Duration.ofSeconds(20)).until(() -> !ops.seen.isEmpty());
        deliveries.add(Pending.fresh("ops", Samples.started(), false, System.currentTimeMillis(), owner));
        deliveries.add(Pending.fresh("log", Samples.started(), false, System.currentTimeMillis(), owner));

        // Then
        awaitLedger("sent n0 to log");
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(() -> ops.seen.size() == 1);
    }

    @Test
    void shouldNotHoldTooMuchForAReceiverThatIsAway() {
        // Given
        for (int number = 0; number < 5_001; number++) {
            deliveries.add(Pending.fresh("ops", Samples.failure(), false, System.currentTimeMillis(), owner));
        }

        // When
        int depth = deliveries.depth();

        // Then
        assertThat(depth).isEqualTo(1);
        assertThat(owner.ledger).containsExactly("superseded 5000 by n1");
    }

    @Test
    void shouldCountTheMessageInHand() {
        // Given
        ops.answers.add(Delivery.throttled(Optional.of(Duration.ofSeconds(5)), "slow down"));

        // When
        send(Samples.failure());
        await().atMost(Duration.ofSeconds(20)).until(() -> !ops.seen.isEmpty());

        // Then
        assertThat(gauge("soak.notification.queue.depth")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> gauge("soak.notification.oldest.pending.seconds") > 0);
        awaitLedger("sent n1 to ops");
        await().atMost(Duration.ofSeconds(20)).until(() -> gauge("soak.notification.queue.depth") == 0);
    }

    private double gauge(String name) {
        return meters.get(name).tag("channel", "ops").gauge().value();
    }

    @Test
    void shouldTurnToAnotherReceiverWhenThisOneWillNeverTakeIt() {
        // Given
        ops.answers.add(Delivery.dropped("channel_not_found"));

        // When
        send(Samples.failure());

        // Then
        awaitLedger("sent n1 to log");
        assertThat(owner.ledger).contains("failed n1: channel_not_found");
        assertThat(meters.counter("soak.notification.dead.letters", "channel", "ops")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldMakeRoomForOthersAfterABurstThatFailed() {
        // Given
        for (int attempt = 0; attempt < 4; attempt++) {
            ops.answers.add(Delivery.failed("away"));
        }

        // When
        send(Samples.failure());
        deliveries.add(Pending.fresh("log", Samples.failure(), false, System.currentTimeMillis(), owner));

        // Then
        awaitLedger("sent n1 to log");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(meters.get("soak.notification.oldest.pending.seconds")
                                .tag("channel", "ops")
                                .gauge()
                                .value())
                        .isGreaterThan(0));
        awaitLedger("sent n1 to ops");
        assertThat(ops.seen).hasSize(5);
    }

    @Test
    void shouldUpdateTheLivingMessageWhenTheStateMovesOn() {
        // Given
        send(Samples.started());
        awaitLedger("sent n0 to ops");

        // When
        deliveries.show("ops", Samples.progress(Level.FAIL), owner);

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> ops.updates.size() == 1 || ops.seen.size() == 1);
        assertThat(ops.seen).hasSize(1);
    }
}
