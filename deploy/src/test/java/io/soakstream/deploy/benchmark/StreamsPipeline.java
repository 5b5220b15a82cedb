package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreReads;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.topic.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A topology with production's configuration and production's runner. */
final class StreamsPipeline implements Pipeline {
    private final String id;
    private final StreamsRunner runner;

    /** @param id new to the broker, so that the input is read from its beginning */
    StreamsPipeline(BenchmarkBroker broker, String id, Topics topics, Topology topology, int threads) {
        this.id = id;
        Map<String, Object> client = new HashMap<>(broker.clientProperties());
        client.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        // Nobody is to call there; but a stream without an address does not know its own stores.
        client.put(StreamsConfig.APPLICATION_SERVER_CONFIG, "127.0.0.1:1");
        this.runner = new StreamsRunner(
                id, topology, StreamsProperties.of(id, broker.stateDirectory(), topics, client), Clock.systemUTC());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void start() {
        runner.start();
    }

    /** Point reads of its stores. */
    StoreReads reads() {
        return runner.reads();
    }

    @Override
    public boolean isRunning() {
        return runner.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public Optional<Throwable> failure() {
        return runner.failure();
    }

    @Override
    public void close() {
        runner.close();
    }
}
