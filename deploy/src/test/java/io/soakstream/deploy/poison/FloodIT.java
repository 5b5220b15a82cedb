package io.soakstream.deploy.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.runtime.TooManyDeadLettersException;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood of bad records stops the stream before it has set the whole topic aside. */
class FloodIT {
    private static final Topics TOPICS = new Topics("flood.");
    private static final int FLOOD = 120;

    @TempDir
    Path stateDirectory;

    @Test
    void shouldStopAtAFloodAndSetAllOfItAsideOnlyWhenTold() throws Exception {
        // Given
        try (Line limited = line("50");
                PoisonedLog log = new PoisonedLog(limited)) {
            Poison poison = new Poison(new AvroSerdes(limited.registry()), TOPICS);
            for (int i = 0; i < FLOOD; i++) {
                log.poison(1, Poison.key("mm:flood" + i % 3), poison.randomBytes(64, (byte) 9), "bad_magic");
            }

            // When
            StreamsRunner tuner = limited.startTuner(StateStorage.inMemory(stateDirectory));
            await().atMost(Line.PATIENCE).until(() -> !tuner.isAlive());
            int exitCode = tuner.awaitEnd();

            // Then
            assertThat(exitCode).isEqualTo(70);
            assertThat(tuner.failure()).get().isInstanceOfSatisfying(TooManyDeadLettersException.class, flood -> {
                assertThat(flood).hasMessageContaining("50 of the last 50 offsets of flood.events.v1-1");
                assertThat(flood).hasMessageContaining("bad_magic: first byte is 9");
            });
            assertThat(limited.deadLetters()).hasSizeLessThan(50);
        }

        // When
        try (Line unlimited = line("0")) {
            unlimited.startTuner(StateStorage.inMemory(stateDirectory));
            await().atMost(Line.PATIENCE).until(() -> unlimited.deadLetters().size() >= FLOOD);

            // Then
            List<Long> offsets = unlimited.deadLetters().stream()
                    .map(letter ->
                            letter.source().map(DeadLetter.Position::offset).orElseThrow())
                    .sorted()
                    .toList();
            assertThat(offsets).isEqualTo(LongStream.range(0, FLOOD).boxed().toList());
        }
    }

    private static Line line(String limit) {
        return Line.on(TOPICS, URI.create(SharedCluster.get().registryUrl()), Map.of("soak.dead.letters.limit", limit));
    }
}
