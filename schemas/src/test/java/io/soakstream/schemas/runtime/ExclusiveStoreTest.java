package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExclusiveStoreTest {
    private static final int WRITES = 20_000;
    private static final String STORE = "store";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void shouldTakeWritesWhileItIsAskedWithoutPause(StoreKind kind) throws Exception {
        // Given
        TopologyTestDriver driver = new TopologyTestDriver(topology(kind), properties());
        TestInputTopic<String, String> input =
                driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
        StateStore store = driver.getKeyValueStore(STORE);
        AtomicBoolean written = new AtomicBoolean();
        AtomicLong answers = new AtomicLong();

        // When
        CompletableFuture<Void> asker = CompletableFuture.runAsync(() -> askUntil(written, store, answers));
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            // Only what happens at the same time can get in each other's way.
            for (int i = 0; i < WRITES || answers.get() < WRITES; i++) {
                input.pipeInput("key", Integer.toString(i));
            }
            written.set(true);
        });

        // Then
        assertThat(ends(writer)).as("all is written").isTrue();
        assertThat(ends(asker)).as("all is answered").isTrue();
        assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads()).isNull();
        // Only now: a thread that waits for ever would hold what closing needs.
        driver.close();
    }

    private static boolean ends(CompletableFuture<Void> work) throws Exception {
        try {
            work.get(30, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stuck) {
            return false;
        }
    }

    private static void askUntil(AtomicBoolean written, StateStore store, AtomicLong answers) {
        KeyQuery<String, String> query = KeyQuery.withKey("key");
        while (!written.get()) {
            assertThat(store.query(query, PositionBound.unbounded(), new QueryConfig(false))
                            .isSuccess())
                    .isTrue();
            answers.incrementAndGet();
        }
    }

    private static Topology topology(StoreKind kind) {
        Topology topology = new Topology();
        topology.addSource(
                "source", Serdes.String().deserializer(), Serdes.String().deserializer(), "in");
        topology.addProcessor("keep", Keep::new, "source");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(kind.supplier(STORE), Serdes.String(), Serdes.String()), "keep");
        return topology;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "exclusive");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return properties;
    }

    private static final class Keep extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> record) {
            KeyValueStore<String, String> store = context().getStateStore(STORE);
            store.put(record.key(), record.value());
        }
    }
}
