package io.soakstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnknownIdsTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
    private final UnknownIds ids = new UnknownIds(clock::get);

    @Test
    void shouldRememberForAWhileOnly() {
        // Given
        ids.add(5);

        // When
        clock.addAndGet(UnknownIds.MEMORY.toNanos() - 1);
        boolean before = ids.contains(5);
        clock.addAndGet(1);
        boolean after = ids.contains(5);

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
        assertThat(ids.size()).isZero();
    }

    @Test
    void shouldForgetTheOldestWhenThereAreTooMany() {
        // When
        for (int id = 0; id <= UnknownIds.CAPACITY; id++) {
            ids.add(id);
        }

        // Then
        assertThat(ids.size()).isEqualTo(UnknownIds.CAPACITY);
        assertThat(ids.contains(0)).isFalse();
        assertThat(ids.contains(UnknownIds.CAPACITY)).isTrue();
    }
}
