package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {
    private static final long ALMOST_A_SECOND = Duration.ofMillis(999).toNanos();
    private static final long THE_REST = Duration.ofMillis(1).toNanos();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - ALMOST_A_SECOND / 2);
    private final SharedAnswers<String, Integer> shared = new SharedAnswers<>(nanos::get);
    private final List<CompletableFuture<Integer>> asked = new ArrayList<>();

    private CompletableFuture<Integer> ask() {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    @Test
    void shouldAskOnceForEqualQuestionsWithinASecond() {
        // Given
        CompletableFuture<Integer> first = shared.of("run", this::ask);
        nanos.addAndGet(ALMOST_A_SECOND);

        // When
        CompletableFuture<Integer> second = shared.of("run", this::ask);
        CompletableFuture<Integer> other = shared.of("other run", this::ask);

        // Then
        asked.get(0).complete(1);
        asked.get(1).complete(2);
        assertThat(asked).hasSize(2);
        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(1);
        assertThat(other.join()).isEqualTo(2);
    }

    @Test
    void shouldAskAgainAfterASecondWhetherAnAnswerHasComeOrNot() {
        // Given
        CompletableFuture<Integer> slow = shared.of("run", this::ask);
        nanos.addAndGet(ALMOST_A_SECOND + THE_REST);

        // When
        CompletableFuture<Integer> second = shared.of("run", this::ask);

        // Then
        asked.get(1).complete(2);
        assertThat(second.join()).isEqualTo(2);
        assertThat(slow).isNotDone();
        assertThat(shared.size()).isEqualTo(1);
    }

    @Test
    void shouldKeepNoFailure() {
        // Given
        CompletableFuture<Integer> first = shared.of("run", this::ask);
        CompletableFuture<Integer> joined = shared.of("run", this::ask);
        asked.get(0).completeExceptionally(new IllegalStateException("the store moves"));

        // When
        CompletableFuture<Integer> next = shared.of("run", this::ask);

        // Then
        asked.get(1).complete(2);
        assertThat(next.join()).isEqualTo(2);
        assertThatThrownBy(first::join).hasRootCauseMessage("the store moves");
        assertThatThrownBy(joined::join).hasRootCauseMessage("the store moves");
    }

    @Test
    void shouldPassOnWhatKeepsItFromAsking() {
        // Given
        Supplier<CompletableFuture<Integer>> impossible = () -> {
            throw new IllegalStateException("nobody to ask");
        };

        // When
        CompletableFuture<Integer> failed = shared.of("run", impossible);

        // Then
        assertThatThrownBy(failed::join).hasRootCauseMessage("nobody to ask");
        assertThat(shared.size()).isZero();
    }

    @Test
    void shouldKeepSoManyAndNoMore() {
        // When
        for (int i = 0; i < 2 * SharedAnswers.MAX_KEPT; i++) {
            shared.of("run " + i, this::ask);
        }

        // Then
        assertThat(shared.size()).isEqualTo(SharedAnswers.MAX_KEPT);
        shared.of("run " + (2 * SharedAnswers.MAX_KEPT - 1), this::ask);
        assertThat(asked).hasSize(2 * SharedAnswers.MAX_KEPT);
    }
}
