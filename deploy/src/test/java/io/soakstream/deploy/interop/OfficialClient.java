package io.soakstream.deploy.interop;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's Java client with Confluent's serializers. */
final class OfficialClient implements ForeignClient {
    @Override
    public Optional<String> missing() {
        return OfficialSerdes.areThere() ? Optional.empty() : Optional.of("there is no target/confluent");
    }

    @Override
    public void publish(Line pipeline, String key, List<SoakEvent> events) throws Exception {
        try (OfficialSerdes official = new OfficialSerdes(pipeline.registryUrl());
                Producer<String, Object> producer = new KafkaProducer<>(
                        pipeline.clientProperties(), new StringSerializer(), official.serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (SoakEvent event : events) {
                String topic = pipeline.topics().events().name();
                sent.add(producer.send(new ProducerRecord<>(topic, key, event)));
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        }
    }

    @Override
    public List<String> verdicts(Line pipeline, String key, int count) throws Exception {
        try (OfficialSerdes official = new OfficialSerdes(pipeline.registryUrl())) {
            return TopicLog.committed(
                            pipeline.clientProperties(),
                            pipeline.topics().verdicts().name(),
                            key,
                            count,
                            official.deserializer(true))
                    .stream()
                    .map(record -> Canonical.of((SpecificRecord) record.value()))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return "official serializers";
    }
}
