package io.soakstream.deploy.api;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that equal questions share which come within a second of the first; a failure is not kept for those that come
 * after it. Bounded: those that were asked for longest ago go first. For several threads.
 *
 * @param <Q> question, equal to others that want the same
 * @param <A> answer, which nobody changes
 */
final class SharedAnswers<Q, A> {
    static final int MAX_KEPT = 256;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    /** In the order in which they were asked for. */
    private final Map<Q, Kept<A>> kept = new LinkedHashMap<>();

    private record Kept<A>(CompletableFuture<A> answer, long askedAtNanos) {}

    /** @param nanos a time that never goes back (ns) */
    SharedAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param ask asks, where nobody has within the last second */
    CompletableFuture<A> of(Q question, Supplier<CompletableFuture<A>> ask) {
        CompletableFuture<A> promised = new CompletableFuture<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            forgetOld(now);
            Kept<A> known = kept.get(question);
            if (known != null) {
                return known.answer();
            }
            kept.put(question, new Kept<>(promised, now));
            bound();
        }
        begin(ask).whenComplete((answer, failure) -> {
            if (failure == null) {
                promised.complete(answer);
            } else {
                forget(question, promised);
                promised.completeExceptionally(failure);
            }
        });
        return promised;
    }

    /** Not under the lock: a store may take its time. Whatever is thrown is the answer of all who wait. */
    private static <A> CompletableFuture<A> begin(Supplier<CompletableFuture<A>> ask) {
        return CompletableFuture.completedFuture(ask).thenCompose(Supplier::get);
    }

    private void forgetOld(long now) {
        Iterator<Kept<A>> oldest = kept.values().iterator();
        while (oldest.hasNext() && now - oldest.next().askedAtNanos() >= FRESH_NANOS) {
            oldest.remove();
        }
    }

    private void bound() {
        Iterator<Kept<A>> oldest = kept.values().iterator();
        while (kept.size() > MAX_KEPT) {
            oldest.next();
            oldest.remove();
        }
    }

    private synchronized void forget(Q question, CompletableFuture<A> failed) {
        kept.computeIfPresent(question, (asked, known) -> known.answer() == failed ? null : known);
    }

    /** How many are kept (count). */
    synchronized int size() {
        return kept.size();
    }
}
