package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotentAnswersTest {
    private static final String PATH = "/start";

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void shouldForgetTheEldestWhenAnswersTakeTooMuchRoom() {
        // Given
        IdempotentAnswers answers = new IdempotentAnswers(100, 3_000);
        answers.once(PATH, "a", "f", answering(1_000));
        answers.once(PATH, "b", "f", answering(1_000));

        // When
        answers.once(PATH, "b", "f", answering(1_000));
        answers.once(PATH, "a", "f", answering(1_000));

        // Then
        assertThat(done).hasValue(3);
    }

    @Test
    void shouldForgetTheEldestWhenThereAreTooManyButNotWhatIsUnderWay() {
        // Given
        IdempotentAnswers answers = new IdempotentAnswers(2, 1_000_000);
        answers.once(PATH, "under way", "f", CompletableFuture::new);
        answers.once(PATH, "a", "f", answering(1));
        answers.once(PATH, "b", "f", answering(1));

        // When
        CompletableFuture<Answer> waiting = answers.once(PATH, "under way", "f", answering(1));
        answers.once(PATH, "a", "f", answering(1));

        // Then
        assertThat(waiting).isNotDone();
        assertThat(done).hasValue(3);
    }

    @Test
    void shouldTryAgainWhatFailed() {
        // Given
        IdempotentAnswers answers = new IdempotentAnswers();
        CompletableFuture<Answer> failing = new CompletableFuture<>();
        answers.once(PATH, "a", "f", () -> failing);
        failing.completeExceptionally(Problem.unavailable("no broker", 5));

        // When
        CompletableFuture<Answer> again = answers.once(PATH, "a", "g", answering(1));

        // Then
        assertThat(again).isCompleted();
        assertThat(done).hasValue(1);
    }

    @Test
    void shouldKeepAKeyForItsPathAndRequest() {
        // Given
        IdempotentAnswers answers = new IdempotentAnswers();
        answers.once(PATH, "a", "f", answering(1));

        // When
        answers.once("/end", "a", "g", answering(1));

        // Then
        assertThat(done).hasValue(2);
        assertThatThrownBy(() -> answers.once(PATH, "a", "g", answering(1))).hasMessageContaining("another request");
    }

    private Supplier<CompletableFuture<Answer>> answering(int characters) {
        return () -> {
            done.incrementAndGet();
            return CompletableFuture.completedFuture(Answer.json(201, TextNode.valueOf("x".repeat(characters))));
        };
    }
}
