package io.soakstream.deploy.proof;

import io.soakstream.deploy.local.EmbeddedRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three brokers and three instances of each app: one of each may go at any moment, and nothing is lost or said twice. */
@Tag("proof")
class ThreeBrokersProofIT {
    @Test
    void shouldEqualTheUndisturbedRunWhenABrokerAndAnInstanceAreKilled() {
        // Given
        Path directory = ProofCluster.REPORTS.resolve("three-brokers");
        ProofCluster.delete(directory);
        long seed = ProofOptions.drawnSeed();
        ProofReport report = new ProofReport("three-brokers");
        try (ThreeBrokers brokers = new ThreeBrokers(directory);
                EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"))) {
            brokers.startAll();
            try (ProofCluster cluster =
                    ProofCluster.connect("three-brokers", brokers.bootstrapServers(), registry.url())) {
                EventScript script = cluster.script(seed, ProofOptions.ITERATIONS);
                Outputs undisturbed = Undisturbed.run(cluster, "three-brokers-undisturbed", script, report);
                int rounds = ProofOptions.count("rounds", 3);

                // When
                // Then
                new ThreeBrokersScenario(cluster, brokers, script, undisturbed, rounds, seed, report)
                        .run("three-brokers-run");
            }
        }
    }
}
