package io.soakstream.notifier.app;

import io.soakstream.notifier.mapping.ApplicationMapper;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the bytes on the two topics to what matters of them. */
final class InputDecoder {
    private static final Logger LOGGER = LoggerFactory.getLogger(InputDecoder.class);

    private final String verdictTopic;
    private final Deserializer<Verdict> verdicts;
    private final Deserializer<DeltaApplication> applications;
    private final VerdictMapper mapper;

    InputDecoder(KafkaAccess access, VerdictMapper mapper) {
        AvroSerdes serdes = new AvroSerdes(access.registry());
        this.verdictTopic = access.topics().verdicts().name();
        this.verdicts = serdes.of(Verdict.class).deserializer();
        this.applications = serdes.of(DeltaApplication.class).deserializer();
        this.mapper = mapper;
    }

    /** Empty: nothing that is told. What the registry throws about itself passes through. */
    Optional<Received> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return record.topic().equals(verdictTopic) ? verdict(record) : application(record);
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("record cannot be decoded, passed over");
            return Optional.empty();
        }
    }

    private Optional<Received> verdict(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(verdicts.deserialize(record.topic(), record.value()))
                .flatMap(mapper::toDomain)
                .map(facts -> new Received(facts.runKey(), record.timestamp(), Optional.of(facts), Optional.empty()));
    }

    private Optional<Received> application(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(applications.deserialize(record.topic(), record.value()))
                .map(ApplicationMapper::toDomain)
                .map(facts -> new Received(facts.runKey(), record.timestamp(), Optional.empty(), Optional.of(facts)));
    }
}
