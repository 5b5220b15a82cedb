package io.soakstream.deploy.proof;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what an admin client asks; its failures pass through unchecked. */
final class Answer {
    private static final int WITHIN_SECONDS = 60;

    private Answer() {}

    static <T> T of(KafkaFuture<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
