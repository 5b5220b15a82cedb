package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that wait until others have been answered. */
class LateCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final CountDownLatch others = new CountDownLatch(1);
    private ApiBench api;

    @BeforeEach
    void start() throws Exception {
        api = ApiBench.guarded(directory);
        for (int busy = 0; busy < api.threads().getCorePoolSize(); busy++) {
            api.threads().execute(() -> {
                try {
                    others.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private HttpResponse<String> frozenAfter(Duration wait, String more) {
        HttpRequest request = api.request("/api/v1/bots/bot/runs/mock36/freeze")
                .header("Authorization", "Bearer " + ApiBench.CONTROLLER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"actor\": \"ann\", \"reason\": \"odd\"" + more + "}"))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                api.client().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        await().atMost(PATIENCE).until(() -> !api.threads().getQueue().isEmpty());
        api.now().updateAndGet(instant -> instant.plus(wait));
        others.countDown();
        return answer.join();
    }

    @Test
    void shouldNotGiveACommandWhoseRequestIsAnsweredAlready() {
        // When
        HttpResponse<String> late = frozenAfter(CommandRoutes.ANSWERED_WITHIN, "");

        // Then
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.body()).contains("the command was not written");
    }

    @Test
    void shouldNotGiveACommandThatHasExpiredMeanwhile() {
        // Given
        Instant until = api.now().get().plusSeconds(1);

        // When
        HttpResponse<String> late = frozenAfter(Duration.ofSeconds(1), ", \"expires_at_ms\": " + until.toEpochMilli());

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("is over");
    }
}
