package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.metrics.NotifierMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one message after another: rate, ledger, platform, ledger. */
final class Attempts {
    private static final Logger LOGGER = LoggerFactory.getLogger(Attempts.class);

    private final Receiver receiver;
    private final Optional<String> fallback;
    private final QueueLimits limits;
    private final SendRate rate;
    private final InFlight flight;
    private final NotifierMetrics metrics;
    private final InstantSource clock;
    private final Outlets outlets;
    private final RetryBurst burst = new RetryBurst();

    /**
     * Where messages go that are not done with.
     *
     * @param back to wait for another round
     * @param elsewhere to another receiver
     * @param shown the living message shows it by itself
     */
    record Outlets(Consumer<Pending> back, Consumer<Pending> elsewhere, Consumer<Pending> shown) {}

    Attempts(
            Receiver receiver,
            Optional<String> fallback,
            QueueLimits limits,
            SendRate rate,
            InFlight flight,
            NotifierMetrics metrics,
            InstantSource clock,
            Outlets outlets) {
        this.receiver = receiver;
        this.fallback = fallback;
        this.limits = limits;
        this.rate = rate;
        this.flight = flight;
        this.metrics = metrics;
        this.clock = clock;
        this.outlets = outlets;
    }

    void send(Work.Send work) throws InterruptedException {
        if (!work.older().isEmpty()) {
            work.pending().owner().superseded(work.older(), work.pending());
            skipped(work.older());
        }
        AtomicReference<Pending> state = new AtomicReference<>(work.pending());
        Delivery last = burst.run(() -> attempt(state));
        switch (last.kind()) {
            case SENT -> {}
            case DROPPED -> giveUp(state.get(), last.reason());
            case THROTTLED, FAILED, UNSURE -> later(state.get(), last);
        }
    }

    void skipped(List<Pending> older) {
        older.forEach(one -> count(one.notice(), "skipped"));
    }

    private Delivery attempt(AtomicReference<Pending> state) throws InterruptedException {
        awaitRate();
        Pending pending = state.get().attempted();
        state.set(pending);
        flight.begin(pending.owner());
        try {
            pending.owner().attempting(pending);
            Delivery delivery = delivered(pending);
            record(state, delivery);
            return delivery;
        } finally {
            flight.end();
        }
    }

    private Delivery delivered(Pending pending) {
        Optional<String> thread = pending.owner().thread(pending.runKey(), receiver.name());
        try {
            return receiver.send(new Outgoing(pending.notice(), thread, pending.unsure(), pending.silent()));
        } catch (RuntimeException broken) {
            // A fault of ours in one message must not stop the others.
            LOGGER.atError()
                    .setCause(broken)
                    .addKeyValue("receiver", receiver.name())
                    .log("message cannot be sent");
            return Delivery.dropped(
                    "an error of the program: " + broken.getClass().getSimpleName());
        }
    }

    private void record(AtomicReference<Pending> state, Delivery delivery) {
        Pending pending = state.get();
        switch (delivery.kind()) {
            case SENT -> sent(pending, delivery);
            case UNSURE -> {
                state.set(pending.doubtful());
                pending.owner().unsure(state.get(), delivery.reason());
                count(pending.notice(), "unknown");
                retried(delivery);
            }
            case THROTTLED -> {
                rate.refused(RetryBurst.wish(delivery));
                retried(delivery);
            }
            case FAILED -> retried(delivery);
            case DROPPED -> {}
        }
    }

    private void sent(Pending pending, Delivery delivery) {
        boolean first =
                pending.owner().thread(pending.runKey(), receiver.name()).isEmpty();
        pending.owner().sent(pending, delivery.reference());
        count(pending.notice(), "sent");
        metrics.delivered(receiver.name(), Duration.ofMillis(clock.millis() - pending.appendedAtMs()));
        if (first) {
            outlets.shown().accept(pending);
        }
    }

    private void retried(Delivery delivery) {
        metrics.retried(receiver.name(), delivery.kind().name().toLowerCase(Locale.ROOT));
        LOGGER.atWarn()
                .addKeyValue("receiver", receiver.name())
                .addKeyValue("reason", delivery.reason())
                .log("message not taken, trying again");
    }

    private void later(Pending pending, Delivery last) {
        long nowMs = clock.millis();
        if (nowMs - pending.appendedAtMs() > limits.giveUpAfter().toMillis()) {
            giveUp(pending, "given up after " + limits.giveUpAfter() + ": " + last.reason());
            return;
        }
        outlets.back()
                .accept(pending.later(
                        nowMs + RetryBurst.pause(last, pending.rounds()).toMillis()));
    }

    private void giveUp(Pending pending, String reason) {
        LOGGER.atError()
                .addKeyValue("receiver", receiver.name())
                .addKeyValue("run", pending.runKey())
                .addKeyValue("reason", reason)
                .log("message will never be taken");
        count(pending.notice(), "failed");
        metrics.deadLetter(receiver.name());
        pending.owner().failed(pending, reason, fallback).ifPresent(outlets.elsewhere());
    }

    private void count(Notice notice, String outcome) {
        metrics.outcome(receiver.name(), notice.lead().word(), outcome);
    }

    private void awaitRate() throws InterruptedException {
        for (Duration wait = rate.take(); !wait.isZero(); wait = rate.take()) {
            metrics.rateLimited(receiver.name(), wait);
            Thread.sleep(wait.toMillis() + 1);
        }
    }

    /** Once and as well as it goes: the next state will be shown anyway. */
    void update(Progress progress) throws InterruptedException {
        Optional<String> thread = progress.owner().thread(progress.notice().runKey(), receiver.name());
        if (thread.isEmpty()) {
            return;
        }
        awaitRate();
        Delivery delivery = receiver.update(thread.get(), progress.notice());
        if (delivery.kind() == Delivery.Kind.THROTTLED) {
            rate.refused(RetryBurst.wish(delivery));
        }
        metrics.outcome(
                receiver.name(),
                progress.notice().lead().word(),
                delivery.kind() == Delivery.Kind.SENT ? "sent" : "skipped");
    }
}
