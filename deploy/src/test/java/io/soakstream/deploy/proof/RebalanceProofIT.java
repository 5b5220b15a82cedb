package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Instances that come and go share the work without losing any. */
@Tag("proof")
class RebalanceProofIT {
    @Test
    void shouldEqualTheUndisturbedRunWhenInstancesComeAndGo() {
        // Given
        SoakCluster shared = SharedCluster.get();
        long seed = ProofOptions.drawnSeed();
        ProofReport report = new ProofReport("rebalances");
        try (ProofCluster cluster =
                ProofCluster.connect("rebalances", shared.bootstrapServers(), shared.registryUrl())) {
            EventScript script = cluster.script(seed, ProofOptions.ITERATIONS);
            Outputs undisturbed = Undisturbed.run(cluster, "rebalances-undisturbed", script, report);
            int rounds = ProofOptions.count("rebalances", 12);

            // When
            // Then
            new RebalanceScenario(cluster, script, undisturbed, rounds, seed, report).run("rebalances-run");
        }
    }
}
