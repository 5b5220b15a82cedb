package io.soakstream.deploy.benchmark;

import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Topologies without rules and without a store: what Kafka Streams costs by itself. */
final class PassThrough {
    private static final String READ = "read-input";
    private static final String MAP = "map-values";
    private static final String WRITE = "write-output";

    private PassThrough() {}

    /** Decodes, maps, encodes. */
    static <I, O> Topology typed(Transform<I, O> transform) {
        Topology topology = new Topology();
        topology.addSource(READ, new StringDeserializer(), transform.decoder(), transform.source());
        topology.addProcessor(MAP, () -> new Mapper<>(transform.mapping().get()), READ);
        topology.addSink(WRITE, transform.sink(), new StringSerializer(), transform.encoder(), MAP);
        return topology;
    }

    /** Copies the bytes. */
    static Topology bytes(String source, String sink) {
        Topology topology = new Topology();
        topology.addSource(READ, new ByteArrayDeserializer(), new ByteArrayDeserializer(), source);
        topology.addSink(WRITE, sink, new ByteArraySerializer(), new ByteArraySerializer(), READ);
        return topology;
    }

    private static final class Mapper<I, O> extends ContextualProcessor<String, I, String, O> {
        private final Function<I, O> mapping;

        Mapper(Function<I, O> mapping) {
            this.mapping = mapping;
        }

        @Override
        public void process(Record<String, I> record) {
            context().forward(record.withValue(mapping.apply(record.value())));
        }
    }
}
