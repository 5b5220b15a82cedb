package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An instance that stands still and comes back must not be heard. */
@Tag("proof")
class ZombieProofIT {
    @Test
    void shouldEqualTheUndisturbedRunWhenAnInstanceStandsStill() {
        // Given
        SoakCluster shared = SharedCluster.get();
        long seed = ProofOptions.drawnSeed();
        ProofReport report = new ProofReport("zombies");
        try (ProofCluster cluster = ProofCluster.connect("zombies", shared.bootstrapServers(), shared.registryUrl())) {
            EventScript script = cluster.script(seed, ProofOptions.ITERATIONS);
            Outputs undisturbed = Undisturbed.run(cluster, "zombies-undisturbed", script, report);
            int rounds = ProofOptions.count("zombies", 6);

            // When
            // Then
            new ZombieScenario(cluster, script, undisturbed, rounds, seed, report).run("zombies-run");
        }
    }
}
