package io.soakstream.deploy.local;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of a broker that is alone: small, quick to commit, and deaf to other machines. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";
    /** Internal topics are loaded partition by partition at start, and one user needs few. */
    private static final String INTERNAL_PARTITIONS = "4";

    private BrokerProperties() {}

    static Properties of(Path logDir, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        network(properties, brokerPort, controllerPort);
        storage(properties, logDir);
        aloneInTheCluster(properties);
        quickGroups(properties);
        return properties;
    }

    /** The same node without its broker. */
    static Properties controllerOnly(Path logDir, int controllerPort) {
        Properties properties = of(logDir, controllerPort, controllerPort);
        properties.put("process.roles", "controller");
        properties.put("listeners", CONTROLLER_LISTENER + "://" + address(controllerPort));
        return properties;
    }

    static String address(int port) {
        return HOST + ":" + port;
    }

    private static void network(Properties properties, int brokerPort, int controllerPort) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put(
                "listeners",
                "PLAINTEXT://" + address(brokerPort) + "," + CONTROLLER_LISTENER + "://" + address(controllerPort));
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("controller.quorum.voters", NODE_ID + "@" + address(controllerPort));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
    }

    private static void storage(Properties properties, Path logDir) {
        properties.put("log.dirs", logDir.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("log.cleaner.dedupe.buffer.size", "8388608");
        // Nobody reads the broker's metrics over JMX here, and a second broker in the JVM would warn about the names.
        properties.put("metric.reporters", "");
    }

    private static void aloneInTheCluster(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", INTERNAL_PARTITIONS);
        // What a killed app left open holds its readers up until the broker looks, by default every ten seconds.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
    }

    /** The defaults wait three seconds for members that will never come. */
    private static void quickGroups(Properties properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.min.heartbeat.interval.ms", "500");
        properties.put("group.streams.heartbeat.interval.ms", "1000");
    }
}
