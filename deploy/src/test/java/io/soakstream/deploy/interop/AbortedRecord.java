package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that stands in the log and that no reader of committed records may see. */
final class AbortedRecord {
    private AbortedRecord() {}

    static void write(Map<String, Object> client, String topic, String key, byte[] value) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aborts " + key);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topic, key, value));
            // What only waits in the producer would never reach the log.
            producer.flush();
            assertThat(sent).isDone();
            producer.abortTransaction();
        }
    }
}
