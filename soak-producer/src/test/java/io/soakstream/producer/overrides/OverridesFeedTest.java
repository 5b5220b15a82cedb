package io.soakstream.producer.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class OverridesFeedTest {
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final OverridesTopic topic = new OverridesTopic(serdes);

    @Test
    void shouldTellThoseWhoWaitWhenItEndsBeforeTheirTurn() {
        try (OverridesFeed feed = feed()) {
            // Given
            CompletableFuture<CompletableFuture<Void>> asked = new CompletableFuture<>();
            topic.consumer().schedulePollTask(() -> {
                asked.complete(feed.watch(run("second"), From.END));
                throw new KafkaException("broken for good");
            });

            // When
            feed.watch(run("first"), From.END);

            // Then
            assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS).get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(OverridesUnavailableException.class)
                    .hasMessageContaining("broken for good");
            assertThat(feed.failure()).isPresent();
        }
    }

    private OverridesFeed feed() {
        return new OverridesFeed(topic.consumer(), serdes, Topics.standard().overrides());
    }

    private static RunOverrides run(String name) {
        return new RunOverrides(new RunKey("mm", name));
    }
}
