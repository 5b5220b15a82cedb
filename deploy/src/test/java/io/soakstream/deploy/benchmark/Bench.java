package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.Topology;

/** Runs trials one after the other. A trial whose output is not complete has measured nothing, so it fails. */
final class Bench {
    private final BenchmarkBroker broker;
    private int trials;

    Bench(BenchmarkBroker broker) {
        this.broker = broker;
    }

    BenchmarkBroker broker() {
        return broker;
    }

    /** A name that the broker has not seen. */
    String newId(String label) {
        trials++;
        return "bench-" + trials + "-" + label;
    }

    StreamsPipeline streams(String id, Topics topics, Topology topology, int threads) {
        return new StreamsPipeline(broker, id, topics, topology, threads);
    }

    StreamsPipeline app(String id, App app, Topics topics, StoreKind kind, int threads) {
        return streams(id, topics, app.topology(topics, broker.serdes(), kind), threads);
    }

    /** Runs one of the apps. */
    Trial app(App app, Topics topics, StoreKind kind, int threads, Input input) {
        StreamsPipeline pipeline = app(newId(app.label()), app, topics, kind, threads);
        return run(pipeline, topics, app.output(topics).name(), input);
    }

    /** The same, with the state of such a run under every key of the load from the start; one thread. */
    Trial appWithState(App app, SampleRun sample, Topics topics, StoreKind kind, EventLoad load, Input input) {
        String id = newId(app.label());
        for (String store : app.stores()) {
            String changelog = App.changelog(id, store);
            broker.create(
                    changelog,
                    topics.events().partitions(),
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            new InputWriter(broker).state(changelog, load, sample.states().get(store));
        }
        return run(app(id, app, topics, kind, 1), topics, app.output(topics).name(), input);
    }

    /** Empties the output, runs the pipeline, counts what it committed. */
    Trial run(Pipeline pipeline, Topics topics, String output, Input input) {
        broker.empty(topics, output);
        Trial trial = Trial.run(broker, pipeline, input);
        requireRecords(output, input.records());
        requireRecords(topics.deadLetters().name(), 0);
        broker.deleteWhere(name -> name.startsWith(pipeline.id()));
        // Progress: the tables come at the end of a part.
        System.err.printf(
                "%s: %,.0f records/s%n", pipeline.id(), trial.processing().recordsPerSecond());
        return trial;
    }

    void requireRecords(String topic, long expected) {
        long found = CommittedRecords.count(broker, topic).records();
        if (found != expected) {
            throw new IllegalStateException(topic + " holds " + found + " committed records, expected " + expected);
        }
    }
}
