package io.soakstream.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.app.GateApp;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.topology.TunerTopology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** The catalogue cannot see the apps: here its names are those of their topics, stores and groups. */
class AccessOfTopologiesTest {
    private static final String OWN_DEAD_LETTERS = Topics.standard().deadLetters().name();

    private final Topics topics = Topics.standard();
    private final AccessCatalogue catalogue = new AccessCatalogue(topics);
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());

    @Test
    void shouldLetTheTunerReadAndWriteWhatItsTopologyDoes() {
        // When
        Topology topology = TunerTopology.build(TunerConfig.defaults(), topics, serdes, StoreKind.MEMORY);

        // Then
        assertAccess(catalogue.tuner(), TunerApp.NAME, topology);
    }

    @Test
    void shouldLetTheGateReadAndWriteWhatItsTopologyDoes() {
        // When
        Topology topology = GateTopology.build(GateConfig.defaults(), topics, serdes, StoreKind.MEMORY);

        // Then
        assertAccess(catalogue.gate(), GateApp.NAME, topology);
    }

    @Test
    void shouldKnowTheNotifiersGroup() {
        // When, Then
        assertThat(names(catalogue.notifier(), ResourceType.GROUP, AclOperation.READ))
                .containsExactly(NotifierApp.GROUP);
        assertThat(names(catalogue.dashboard(), ResourceType.GROUP, AclOperation.DESCRIBE))
                .containsExactlyInAnyOrder(TunerApp.NAME, GateApp.NAME, NotifierApp.GROUP);
    }

    private static void assertAccess(AppAccess access, String application, Topology topology) {
        List<TopologyDescription.Node> nodes = topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .toList();
        Set<String> changelogs = nodes.stream()
                .flatMap(AccessOfTopologiesTest::stores)
                .map(store -> application + "-" + store + "-changelog")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(access, ResourceType.TOPIC, AclOperation.CREATE)).isEqualTo(changelogs);
        assertThat(names(access, ResourceType.TOPIC, AclOperation.READ)).isEqualTo(with(sources(nodes), changelogs));
        // What cannot be decoded goes to the dead letters by the handlers of the stream, which no topology shows.
        assertThat(names(access, ResourceType.TOPIC, AclOperation.WRITE))
                .isEqualTo(with(with(sinks(nodes), changelogs), Set.of(OWN_DEAD_LETTERS)));
        assertThat(names(access, ResourceType.GROUP, AclOperation.READ)).containsExactly(application);
        assertThat(names(access, ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE))
                .containsExactly(application + "-");
    }

    private static Stream<String> stores(TopologyDescription.Node node) {
        return node instanceof TopologyDescription.Processor processor ? processor.stores().stream() : Stream.of();
    }

    private static Set<String> sources(List<TopologyDescription.Node> nodes) {
        return nodes.stream()
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sinks(List<TopologyDescription.Node> nodes) {
        return nodes.stream()
                .filter(TopologyDescription.Sink.class::isInstance)
                .map(node -> ((TopologyDescription.Sink) node).topic())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(AppAccess access, ResourceType type, AclOperation operation) {
        return access.rules().stream()
                .filter(rule -> rule.type() == type && rule.operation() == operation)
                .map(AccessRule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
