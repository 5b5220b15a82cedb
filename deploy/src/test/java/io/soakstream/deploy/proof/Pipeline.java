package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** The processes of one site, and when they have done all there is to do. */
final class Pipeline implements AutoCloseable {
    /** Much longer than a request on loopback takes, even to a broker that has to share its processors. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);

    private final ProofCluster cluster;
    private final Site site;
    private final List<Instance> instances = new ArrayList<>();

    Pipeline(ProofCluster cluster, Site site) {
        this.cluster = cluster;
        this.site = site;
    }

    Site site() {
        return site;
    }

    /** Closed with the pipeline; the caller starts it. */
    Instance add(Instance instance) {
        instances.add(instance);
        return instance;
    }

    /** A new instance of the {@code soak} command, started. */
    Instance start(App app, String name, StreamSettings settings) {
        Instance instance = add(Instance.ofCommand(app, name, site));
        instance.start(settings);
        return instance;
    }

    /** The transaction in which the instance has written output and which it has not ended; else empty. */
    Optional<OpenTransaction> open(Instance instance) {
        return transactionalId(instance)
                .flatMap(id -> transactions().open(id, instance.app().outputs(site.topics())));
    }

    /** With stores in memory only the broker knows: of an app with one instance it is the newest. Empty: none yet. */
    Optional<String> transactionalId(Instance instance) {
        return instance.isKnownByHome()
                ? Optional.of(instance.transactionalId())
                : transactions().newest(instance.app().group(site.topics()) + "-");
    }

    /**
     * The transaction that a silenced instance has left: one that is still the same a little later, as its commit may
     * have been on its way to the broker.
     */
    Optional<OpenTransaction> left(Instance silenced) {
        Optional<OpenTransaction> seen = open(silenced);
        Optional<OpenTransaction> later = await().pollDelay(ON_ITS_WAY).until(() -> open(silenced), looked -> true);
        return later.filter(now -> seen.filter(before -> before.isSameAs(now)).isPresent());
    }

    GroupProbe group(App app) {
        return new GroupProbe(cluster.admin(), app.group(site.topics()));
    }

    TransactionProbe transactions() {
        return new TransactionProbe(cluster.admin());
    }

    /** Returns when every event is taken, its decision judged, and all of it committed and readable. */
    void awaitQuiet() {
        await("tuner has taken every event").atMost(QUIET_WITHIN).until(() -> group(App.TUNER)
                .hasReached(dataEnds(App.TUNER)));
        awaitReadable();
        Map<TopicPartition, Long> decisions = dataEnds(App.GATE);
        await("gate has taken every decision").atMost(QUIET_WITHIN).until(() -> group(App.GATE)
                .hasReached(decisions));
        awaitReadable();
    }

    private Map<TopicPartition, Long> dataEnds(App app) {
        return TopicContents.read(
                        site.bootstrapServers(), app.input(site.topics()).name(), IsolationLevel.READ_COMMITTED)
                .ends();
    }

    /** No transaction stands before the end of any output. */
    private void awaitReadable() {
        List<TopicPartition> partitions = Stream.of(App.values())
                .flatMap(app -> app.outputs(site.topics()).stream())
                .flatMap(Pipeline::partitions)
                .toList();
        await("every output is readable to its end").atMost(QUIET_WITHIN).until(() -> ends(
                        partitions, IsolationLevel.READ_COMMITTED)
                .equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED)));
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return Stream.iterate(0, number -> number + 1)
                .limit(topic.partitions())
                .map(number -> new TopicPartition(topic.name(), number));
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answer = Answer.of(cluster.admin()
                .listOffsets(latest, new ListOffsetsOptions(isolation))
                .all());
        answer.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    Outputs outputs() {
        return Outputs.read(site, cluster.registry());
    }

    /**
     * Waits until all is done, compares, and ends the pipeline.
     *
     * @return one entry per output topic
     */
    List<Differences> finish(Outputs expected, ProofReport report) {
        awaitQuiet();
        List<Differences> differences = outputs().differencesFrom(expected);
        report.differences(differences);
        finish();
        report.say("no transaction hangs");
        return differences;
    }

    /** Stops all processes in order and then holds every topic of the site against hanging transactions. */
    void finish() {
        List<SoakProcess> alive = instances.stream()
                .map(Instance::process)
                .filter(SoakProcess::isAlive)
                .toList();
        alive.forEach(SoakProcess::askToEnd);
        alive.forEach(SoakProcess::terminate);
        new EndMarkers(cluster, site).require();
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
    }
}
