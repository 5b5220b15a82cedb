package io.soakstream.producer.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers by path and {@code Idempotency-Key}: the same request again gets the same answer and writes nothing. The latest
 * 10,000 are kept, 16 MiB of them at most, as long as the process lives. What is still under way is never dropped; the
 * limits of sending bound it.
 */
final class IdempotentAnswers {
    private static final int MAX_KEPT = 10_000;
    private static final long MAX_BYTES = 16L * 1024 * 1024;
    /** What an entry costs beside its texts, roughly (bytes). */
    private static final int ENTRY_BYTES = 512;

    private final int maxKept;
    private final long maxBytes;
    private final Map<Used, Kept> byKey = new LinkedHashMap<>();
    private long bytes;

    IdempotentAnswers() {
        this(MAX_KEPT, MAX_BYTES);
    }

    IdempotentAnswers(int maxKept, long maxBytes) {
        this.maxKept = maxKept;
        this.maxBytes = maxBytes;
    }

    /**
     * The answer to the first request with this key; the work is done only for that one. A request that fails is
     * forgotten, and may be tried again under its key.
     *
     * @param path of the run and route: bots that do not know of each other may use the same key
     * @param fingerprint what makes two requests the same
     * @throws Problem 422: the key was used for another request
     */
    synchronized CompletableFuture<Answer> once(
            String path, String key, String fingerprint, Supplier<CompletableFuture<Answer>> work) {
        Used used = new Used(path, key);
        Kept kept = byKey.get(used);
        if (kept == null) {
            CompletableFuture<Answer> answer = work.get();
            Kept underWay = new Kept(fingerprint, answer, 0);
            byKey.put(used, underWay);
            answer.whenComplete((done, failed) -> settle(used, underWay, done, failed));
            return answer.copy();
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            throw Problem.of(422, "Idempotency-Key", "was used for another request");
        }
        return kept.answer().thenApply(answer -> answer.with("Idempotent-Replayed", "true"));
    }

    private synchronized void settle(Used used, Kept underWay, Answer done, Throwable failed) {
        if (failed != null) {
            // Only its own: another request may have taken the key since.
            byKey.remove(used, underWay);
            return;
        }
        Kept settled = underWay.settled(size(used, underWay, done));
        if (byKey.replace(used, underWay, settled)) {
            bytes += settled.bytes();
            dropEldest();
        }
    }

    private void dropEldest() {
        Iterator<Kept> eldest = byKey.values().iterator();
        while ((byKey.size() > maxKept || bytes > maxBytes) && eldest.hasNext()) {
            Kept kept = eldest.next();
            if (kept.bytes() > 0) {
                eldest.remove();
                bytes -= kept.bytes();
            }
        }
    }

    /** Texts of ASCII, as ours are, take a byte for each character. */
    private static int size(Used used, Kept kept, Answer answer) {
        int texts =
                used.path().length() + used.key().length() + kept.fingerprint().length();
        return ENTRY_BYTES + texts + answer.body().map(String::length).orElse(0);
    }

    private record Used(String path, String key) {}

    /** {@code bytes} 0: still under way. */
    private record Kept(String fingerprint, CompletableFuture<Answer> answer, int bytes) {
        Kept settled(int size) {
            return new Kept(fingerprint, answer, size);
        }
    }
}
