package io.soakstream.deploy.proof;

import io.soakstream.deploy.local.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The only broker goes and comes back: nothing that was acknowledged is lost, and the apps go on by themselves. */
@Tag("proof")
class BrokerProofIT {
    @Test
    void shouldEqualTheUndisturbedRunWhenTheBrokerComesBack() throws IOException {
        // Given
        Path directory = ProofCluster.REPORTS.resolve("broker");
        ProofCluster.delete(directory);
        long seed = ProofOptions.drawnSeed();
        ProofReport report = new ProofReport("broker");
        report.say("seed " + seed);
        try (RestartableBroker broker = new RestartableBroker(directory);
                EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"))) {
            broker.start();
            try (ProofCluster cluster = ProofCluster.connect("broker", broker.bootstrapServers(), registry.url())) {
                EventScript script = cluster.script(seed, ProofOptions.ITERATIONS);
                Outputs undisturbed = Undisturbed.run(cluster, "broker-undisturbed", script, report);
                int restarts = ProofOptions.count("restarts", 4);

                // When
                // Then
                new BrokerScenario(cluster, broker, script, undisturbed, restarts, report).run("broker-run");
            }
        }
    }
}
