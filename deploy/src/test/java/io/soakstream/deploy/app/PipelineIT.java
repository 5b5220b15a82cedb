package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.app.GateApp;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line on a real broker and registry: the same digests as offline, however many instances share the work. */
class PipelineIT {
    private static final List<String> SOAKS =
            List.of("mock36", "mock8", "mock24", "mock12_steady_safe", "create_test_soak_data_24", "scen_counts_only");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path stateDirectory;

    @ParameterizedTest(name = "{0} instance(s)")
    @ValueSource(ints = {1, 2})
    void shouldEndWithTheDigestsOfTheOfflineGate(int instances) throws Exception {
        // Given
        SoakCluster cluster = SharedCluster.get();
        Topics topics = new Topics("it" + instances + ".");
        List<StreamsRunner> runners = new ArrayList<>();
        try (SchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(cluster.registryUrl())));
                Admin admin = Admin.create(client(cluster))) {
            KafkaAccess access = access(cluster, registry, topics);
            new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
            for (int i = 0; i < instances; i++) {
                runners.add(TunerApp.runner(
                        TunerConfig.defaults(),
                        access,
                        StateStorage.inMemory(stateDirectory.resolve("tuner" + i)),
                        Clock.systemUTC()));
                runners.add(GateApp.runner(
                        GateConfig.defaults(),
                        access,
                        StateStorage.inMemory(stateDirectory.resolve("gate" + i)),
                        Clock.systemUTC()));
            }
            runners.forEach(StreamsRunner::start);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(runners).extracting(StreamsRunner::state).containsOnly(State.RUNNING));

            // When
            publish(access);
            Map<String, List<Verdict>> verdicts = collect(access);

            // Then
            for (String name : SOAKS) {
                List<Verdict> offline = new OfflineGate(GateConfig.defaults(), OptionalInt.empty())
                        .judge(soak(name))
                        .verdicts();
                assertThat(verdicts.get(name))
                        .as(name)
                        .extracting(Verdict::getDigest)
                        .containsExactlyElementsOf(
                                offline.stream().map(Verdict::getDigest).toList());
                assertThat(verdicts.get(name)).as(name).containsExactlyElementsOf(offline);
            }
        } finally {
            runners.forEach(StreamsRunner::close);
        }
    }

    private static void publish(KafkaAccess access) throws IOException {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            EventPublisher publisher = new EventPublisher(
                    producer, new AvroSerdes(access.registry()), access.topics().events());
            for (String name : SOAKS) {
                publisher.publish(soak(name).events());
            }
        }
    }

    private static Map<String, List<Verdict>> collect(KafkaAccess access) throws IOException {
        int expected = 0;
        for (String name : SOAKS) {
            expected += soak(name).iterations();
        }
        Map<String, List<Verdict>> verdicts = new HashMap<>();
        try (VerdictReader reader = new VerdictReader(access)) {
            int all = expected;
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(200))
                        .forEach(verdict -> verdicts.computeIfAbsent(verdict.getRun(), run -> new ArrayList<>())
                                .add(verdict));
                return verdicts.values().stream().mapToInt(List::size).sum() >= all;
            });
        }
        return verdicts;
    }

    private static RecordedSoak soak(String name) throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded", name), ReadOptions.defaults())
                .as(new RunKey("it", name));
    }

    private static Map<String, Object> client(SoakCluster cluster) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
    }

    private static KafkaAccess access(SoakCluster cluster, SchemaRegistry registry, Topics topics) {
        return new KafkaAccess() {
            @Override
            public Map<String, Object> clientProperties() {
                return client(cluster);
            }

            @Override
            public SchemaRegistry registry() {
                return registry;
            }

            @Override
            public Topics topics() {
                return topics;
            }
        };
    }
}
