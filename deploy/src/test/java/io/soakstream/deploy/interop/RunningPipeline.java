package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import io.soakstream.gate.app.GateApp;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.WireFormat;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import io.soakstream.tuner.config.TunerConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams.State;

/** Tuner and gate on the shared cluster, on topics of their own, until they are closed. */
final class RunningPipeline implements KafkaAccess, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SoakCluster cluster = SharedCluster.get();
    private final Topics topics;
    private final SchemaRegistry registry =
            new HttpSchemaRegistry(RegistryConfig.of(URI.create(cluster.registryUrl())));
    private final List<StreamsRunner> runners;

    /** Returns when both run. */
    RunningPipeline(String prefix, Path stateDirectory) {
        this.topics = new Topics(prefix);
        try (Admin admin = Admin.create(clientProperties())) {
            new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
        }
        // Clients that take the newest schema need one, also where they are the first to write.
        registry.register(WireFormat.valueSubject(topics.events().name()), SoakEvent.getClassSchema());
        StateStorage storage = StateStorage.inMemory(stateDirectory);
        this.runners = List.of(
                TunerApp.runner(TunerConfig.defaults(), this, storage.of("tuner"), Clock.systemUTC()),
                GateApp.runner(GateConfig.defaults(), this, storage.of("gate"), Clock.systemUTC()));
        runners.forEach(StreamsRunner::start);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(runners).extracting(StreamsRunner::state).containsOnly(State.RUNNING));
    }

    /** Our own reading of a run's verdicts, as soon as there are so many. */
    List<Verdict> verdicts(String run, int count) {
        List<Verdict> verdicts = new ArrayList<>();
        try (VerdictReader reader = new VerdictReader(this)) {
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                reader.poll(Duration.ofMillis(200)).stream()
                        .filter(verdict -> verdict.getRun().equals(run))
                        .forEach(verdicts::add);
                return verdicts.size() >= count;
            });
        }
        return verdicts;
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    String registryUrl() {
        return cluster.registryUrl();
    }

    @Override
    public Map<String, Object> clientProperties() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
    }

    @Override
    public SchemaRegistry registry() {
        return registry;
    }

    @Override
    public Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        runners.forEach(StreamsRunner::close);
        registry.close();
    }
}
