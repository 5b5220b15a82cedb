package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.tuner.config.TunerConfig;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** A recorded soak, written to the topic as fast as it can be. */
final class RecordedDemo implements DemoSoak {
    private final RecordedSoak soak;
    private final TunerConfig config;
    private final GateConfig policies;
    private final Consumer<String> progress;

    RecordedDemo(RecordedSoak soak, TunerConfig config, GateConfig policies, Consumer<String> progress) {
        this.soak = soak;
        this.config = config;
        this.policies = policies;
        this.progress = progress;
    }

    @Override
    public RunKey key() {
        return soak.key();
    }

    @Override
    public Offline offline() {
        OfflineGate.Judged judged = new OfflineGate(policies, recorded -> config).judge(soak);
        return new Offline(judged.verdicts(), judged.refusals());
    }

    @Override
    public void feed(KafkaAccess access) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(access.registry()),
                            access.topics().events())
                    .publish(soak.events());
        }
        progress.accept(String.format(
                Locale.ROOT,
                "replayed %d iterations as %s to %s",
                soak.iterations(),
                soak.key(),
                access.topics().events().name()));
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}
