package io.soakstream.producer.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers by their {@code Idempotency-Key}: the same request again gets the same answer and writes nothing. The latest
 * 10,000 are kept, as long as the process lives.
 */
final class IdempotentAnswers {
    private static final int MAX_KEPT = 10_000;

    private final Map<String, Kept> byKey = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MAX_KEPT;
        }
    };

    /**
     * The answer to the first request with this key; the work is done only for that one. A request that fails is
     * forgotten, and may be tried again under its key.
     *
     * @param fingerprint what makes two requests the same
     * @throws Problem 422: the key was used for another request
     */
    synchronized CompletableFuture<Answer> once(
            String key, String fingerprint, Supplier<CompletableFuture<Answer>> work) {
        Kept kept = byKey.get(key);
        if (kept == null) {
            CompletableFuture<Answer> answer = work.get();
            byKey.put(key, new Kept(fingerprint, answer));
            answer.whenComplete((done, failed) -> forgetFailed(key, failed));
            return answer.copy();
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            throw Problem.of(422, "Idempotency-Key", "was used for another request");
        }
        return kept.answer().thenApply(answer -> answer.with("Idempotent-Replayed", "true"));
    }

    private synchronized void forgetFailed(String key, Throwable failed) {
        if (failed != null) {
            byKey.remove(key);
        }
    }

    private record Kept(String fingerprint, CompletableFuture<Answer> answer) {}
}
