package io.soakstream.deploy.proof;

import io.soakstream.deploy.local.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/** The embedded broker in a JVM of its own, to be restarted or killed. */
final class BrokerProcess {
    static final String READY = "READY";

    private BrokerProcess() {}

    /**
     * Holds the broker until its standard input ends.
     *
     * @param arguments directory, port for clients, port for the controller
     */
    public static void main(String[] arguments) throws IOException {
        int clients = Integer.parseInt(arguments[1]);
        int controller = Integer.parseInt(arguments[2]);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), clients, controller)) {
            System.out.println(READY + " " + kafka.bootstrapServers());
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
