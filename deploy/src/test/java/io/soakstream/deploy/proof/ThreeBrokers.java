package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.local.ClusterNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;

/** Three brokers, each a process, to be killed and started again at the same address with the same data. */
final class ThreeBrokers implements AutoCloseable {
    static final int NODES = 3;
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Duration IN_SYNC_WITHIN = Duration.ofMinutes(2);

    private final Path directory;
    private final String clusterId = Uuid.randomUuid().toString();
    private final List<Integer> ports = freePorts(2 * NODES);
    private final Map<Integer, SoakProcess> nodes = new TreeMap<>();
    private int lives;

    ThreeBrokers(Path directory) {
        this.directory = directory;
    }

    /** Held together while choosing, so that they differ. */
    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> free =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return free;
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Returns when all answer: a quorum is needed before the first does. */
    void startAll() {
        IntStream.rangeClosed(1, NODES).forEach(this::launch);
        nodes.values().forEach(ThreeBrokers::awaitReady);
    }

    /** Returns when it answers. */
    void start(int node) {
        launch(node);
        awaitReady(nodes.get(node));
    }

    private void launch(int node) {
        lives++;
        Stream<String> arguments = Stream.concat(
                Stream.of(directory.resolve("broker" + node).toString(), clusterId, Integer.toString(node)),
                ports.stream().map(port -> Integer.toString(port)));
        nodes.put(
                node,
                SoakProcess.start(
                        ClusterNode.class.getName(),
                        arguments.toList(),
                        directory.resolve("broker" + node + "-" + lives + ".log")));
    }

    private static void awaitReady(SoakProcess node) {
        await("broker").atMost(START_WITHIN).until(() -> node.says(ClusterNode.READY));
    }

    /** SIGKILL. */
    void kill(int node) {
        nodes.get(node).kill();
    }

    String bootstrapServers() {
        return IntStream.range(0, NODES)
                .mapToObj(node -> "127.0.0.1:" + ports.get(2 * node))
                .collect(Collectors.joining(","));
    }

    /** Partitions of the topics that the node leads, those of the transactions and offsets included (count). */
    static long led(Admin admin, int node) {
        return partitions(admin).stream()
                .filter(partition ->
                        partition.leader() != null && partition.leader().id() == node)
                .count();
    }

    /** Returns when each partition has all its copies again: only then may another broker go. */
    static void awaitInSync(Admin admin) {
        await("all copies").atMost(IN_SYNC_WITHIN).until(() -> partitions(admin).stream()
                .allMatch(partition -> partition.isr().size() == NODES));
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) {
        Set<String> names = Answer.of(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return Answer.of(admin.describeTopics(names).allTopicNames()).values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        nodes.values().forEach(SoakProcess::close);
    }
}
