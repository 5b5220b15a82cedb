package io.soakstream.deploy.local;

import io.soakstream.deploy.fixture.FixedPort;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A broker that insists: clients come by TLS, say who they are by SCRAM, and may do what an access list allows. Whoever
 * administers it has a listener without all that, on loopback.
 */
public final class SecuredBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String administrators;
    private final int clientPort;

    private SecuredBroker(KafkaRaftServer server, String administrators, int clientPort) {
        this.server = server;
        this.administrators = administrators;
        this.clientPort = clientPort;
    }

    /**
     * Starts it.
     *
     * @param directory empty, for its logs
     * @param keyStore PKCS12 with its key and certificate
     */
    public static SecuredBroker start(Path directory, Path keyStore, String keyStorePassword) {
        QuietLogs.apply();
        BrokerStorage.format(directory);
        int[] ports = {FixedPort.next(), FixedPort.next()};
        int clientPort = FixedPort.next();
        Properties properties = BrokerProperties.of(directory, ports[0], ports[1]);
        listeners(properties, ports, clientPort);
        properties.put("ssl.keystore.type", "PKCS12");
        properties.put("ssl.keystore.location", keyStore.toString());
        properties.put("ssl.keystore.password", keyStorePassword);
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:ANONYMOUS");
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, BrokerProperties.address(ports[0]), clientPort);
    }

    private static void listeners(Properties properties, int[] ports, int clientPort) {
        String controller = BrokerProperties.CONTROLLER_LISTENER;
        properties.put(
                "listeners",
                "ADMINISTRATORS://" + BrokerProperties.address(ports[0]) + ",CLIENTS://"
                        + BrokerProperties.address(clientPort) + "," + controller + "://"
                        + BrokerProperties.address(ports[1]));
        properties.put(
                "listener.security.protocol.map",
                "ADMINISTRATORS:PLAINTEXT,CLIENTS:SASL_SSL," + controller + ":PLAINTEXT");
        properties.put("inter.broker.listener.name", "ADMINISTRATORS");
    }

    /** Where everything is allowed to everybody. */
    public String administrators() {
        return administrators;
    }

    /** Where it insists, by the name in its certificate. */
    public String bootstrapServers() {
        return BrokerProperties.address(clientPort);
    }

    /** The same by a name that is not in its certificate. */
    public String byAnotherName() {
        return "localhost:" + clientPort;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
