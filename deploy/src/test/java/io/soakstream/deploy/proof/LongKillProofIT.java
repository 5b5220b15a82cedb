package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many kills: of one app or both at once, and of processes that come back under another transactional id. */
@Tag("proof")
class LongKillProofIT {
    private static final int KILLS = ProofOptions.count("kills", 50);
    private static final int ATTEMPTS = (int) Math.ceil(1.6 * KILLS);
    private static final double BOTH = 0.2;
    private static final double FRESH = 0.2;
    /** Half: who was in memory is killed in memory too, and his successor often is. */
    private static final double MEMORY = 0.5;
    /** So that each attempt has events of every partition (count). */
    private static final int EVENTS_PER_KILL = 80;

    @Test
    void shouldEqualTheUndisturbedRunWhenKilledManyTimes() {
        // Given
        SoakCluster shared = SharedCluster.get();
        long seed = ProofOptions.drawnSeed();
        ProofReport report = new ProofReport("kills");
        int iterations = Math.max(ProofOptions.ITERATIONS, EVENTS_PER_KILL * KILLS / ProofOptions.RUNS);
        KillPlan plan = new KillPlan(KILLS, ATTEMPTS, ProofOptions.COMMIT, BOTH, FRESH, MEMORY);
        try (ProofCluster cluster = ProofCluster.connect("kills", shared.bootstrapServers(), shared.registryUrl())) {
            EventScript script = cluster.script(seed, iterations);
            Outputs undisturbed = Undisturbed.run(cluster, "kills-undisturbed", script, report);

            // When
            // Then
            new KillScenario(cluster, script, undisturbed, plan, seed, report).run("kills-long");
        }
    }
}
