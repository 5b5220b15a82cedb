package io.soakstream.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** One of three brokers, each a controller too, in a JVM of its own: three copies of everything, two of which must be written. */
public final class ClusterNode {
    /** It answers clients, or will as soon as a second one does. */
    public static final String READY = "READY";

    private static final String COPIES = "3";
    private static final String WRITTEN = "2";

    private ClusterNode() {}

    /**
     * Holds the node until its standard input ends.
     *
     * @param arguments directory, id of the cluster, number of the node from 1, then port for clients and for the controller
     *     of each node in turn
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = PrivateDirectory.create(Path.of(arguments[0]));
        int node = Integer.parseInt(arguments[2]);
        List<Integer> ports = new ArrayList<>();
        for (int argument = 3; argument < arguments.length; argument++) {
            ports.add(Integer.parseInt(arguments[argument]));
        }
        QuietLogs.apply();
        format(directory, arguments[1], node);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(directory, node, ports), false), Time.SYSTEM);
        server.startup();
        System.out.println(READY + " " + node);
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory, String clusterId, int node) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(node)
                    .setClusterId(clusterId)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setHasDynamicQuorum(false)
                    .setIgnoreFormatted(true)
                    .setPrintStream(silent)
                    .run();
        } catch (Exception failed) {
            throw new LocalStartException("cannot prepare " + directory + ": " + failed, failed);
        }
    }

    private static Properties properties(Path directory, int node, List<Integer> ports) {
        Properties properties = BrokerProperties.of(directory, ports.get(2 * node - 2), ports.get(2 * node - 1));
        properties.put("node.id", Integer.toString(node));
        List<String> voters = new ArrayList<>();
        for (int voter = 1; 2 * voter <= ports.size(); voter++) {
            voters.add(voter + "@" + BrokerProperties.address(ports.get(2 * voter - 1)));
        }
        properties.put("controller.quorum.voters", String.join(",", voters));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(topic + ".replication.factor", COPIES);
        }
        properties.put("default.replication.factor", COPIES);
        properties.put("min.insync.replicas", WRITTEN);
        properties.put("transaction.state.log.min.isr", WRITTEN);
        properties.put("share.coordinator.state.topic.min.isr", WRITTEN);
        return properties;
    }
}
