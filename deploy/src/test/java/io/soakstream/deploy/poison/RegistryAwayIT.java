package io.soakstream.deploy.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.TcpProxy;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.RegistryTimeouts;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.WireFormat;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is away is no reason to set a single record aside. */
class RegistryAwayIT {
    private static final Topics TOPICS = new Topics("away.");
    private static final URI REGISTRY = URI.create(SharedCluster.get().registryUrl());

    /** So short that the client gives up, and the stream's thread dies of it. */
    private static final RegistryTimeouts IMPATIENT = new RegistryTimeouts(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofMillis(100));

    @TempDir
    Path stateDirectory;

    private final SchemaRegistry direct = new HttpSchemaRegistry(RegistryConfig.of(REGISTRY));
    private final Serializer<SoakEvent> events =
            new AvroSerdes(direct).of(SoakEvent.class).serializer();

    @Test
    void shouldWaitForTheRegistryAndLoseNothing() throws Exception {
        try (TcpProxy proxy = TcpProxy.before(REGISTRY);
                Line line = Line.on(
                        TOPICS, RegistryConfig.of(proxy.through(REGISTRY)).withTimeouts(IMPATIENT), Map.of());
                PoisonedLog log = new PoisonedLog(line)) {
            // Given: away at the start, with an event to read
            proxy.goDown();
            write(log, Events.iteration(1));
            StreamsRunner tuner = line.startTuner(StateStorage.inMemory(stateDirectory.resolve("tuner")));
            line.startGate(StateStorage.inMemory(stateDirectory.resolve("gate")));
            awaitDeathOfAThread(tuner);
            assertThat(proxy.refused()).isPositive();
            assertThat(line.deadLetters()).isEmpty();

            // When: it comes
            proxy.comeBack();

            // Then
            line.awaitRunning();
            assertThat(iterations(line, 1)).containsExactly(1);

            // When: it goes, and events of a schema that is known come
            proxy.goDown();
            int met = proxy.refused();
            write(log, Events.iteration(2));

            // Then
            assertThat(iterations(line, 2)).containsExactly(1, 2);
            assertThat(proxy.refused()).isEqualTo(met);

            // When: an event of a schema comes that only the registry knows
            writeWithANewSchema(log, Events.iteration(3));
            awaitDeathOfAThread(tuner);
            assertThat(proxy.refused()).isGreaterThan(met);
            assertThat(line.deadLetters()).isEmpty();
            proxy.comeBack();

            // Then
            line.awaitRunning();
            assertThat(iterations(line, 3)).containsExactly(1, 2, 3);
            assertThat(line.deadLetters()).isEmpty();
        }
    }

    /** The runner tells of it until the next thread runs. That it dies uncaught is what is waited for. */
    private static void awaitDeathOfAThread(StreamsRunner tuner) {
        await("a thread of the tuner dies")
                .dontCatchUncaughtExceptions()
                .atMost(Line.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> tuner.failure().isPresent());
    }

    private static List<Integer> iterations(Line line, int atLeast) {
        return line.verdicts(atLeast).get(Events.RUN).stream()
                .map(Verdict::getIteration)
                .toList();
    }

    private void write(PoisonedLog log, SoakEvent event) {
        log.write(null, Poison.key(event), bytes(event));
    }

    private byte[] bytes(SoakEvent event) {
        return events.serialize(TOPICS.events().name(), event);
    }

    /** What a newer program would write: one field more, unset. */
    private void writeWithANewSchema(PoisonedLog log, SoakEvent event) {
        int id = direct.register(WireFormat.valueSubject(TOPICS.events().name()), newer(SoakEvent.getClassSchema()));
        byte[] known = bytes(event);
        byte[] withUnset = Arrays.copyOf(known, known.length + 1);
        log.write(null, Poison.key(event), Poison.withId(withUnset, id));
    }

    private static Schema newer(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema nullable = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field("of_tomorrow", nullable, "A later field.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
