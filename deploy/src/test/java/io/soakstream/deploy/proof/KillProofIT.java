package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form, in every build: five kills, and the proof that the comparison would notice. */
class KillProofIT {
    private static final int KILLS = 5;
    /** On a busy machine many a kill comes too late for the transaction that it was meant for. */
    private static final int ATTEMPTS = 15;
    /** Of each run: enough to flow through all attempts. */
    private static final int ITERATIONS = 100;

    private static final Duration COMMIT = Duration.ofSeconds(1);
    private static final long SEED = ProofOptions.fixedSeed();

    private static ProofCluster cluster;
    private static ProofReport report;
    private static EventScript script;
    private static Outputs undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        SoakCluster shared = SharedCluster.get();
        cluster = ProofCluster.connect("short", shared.bootstrapServers(), shared.registryUrl());
        report = new ProofReport("short");
        script = cluster.script(SEED, ITERATIONS);
        undisturbed = Undisturbed.run(cluster, "short-undisturbed", script, report);
    }

    @AfterAll
    static void close() {
        cluster.close();
        // Thousands of records, for as long as other tests go on in this JVM.
        script = null;
        undisturbed = null;
    }

    @Test
    void shouldEqualTheUndisturbedRunWhenTunerAndGateAreKilled() {
        // Given
        KillPlan plan = new KillPlan(KILLS, ATTEMPTS, COMMIT, 0, 0, 0);
        KillScenario scenario = new KillScenario(cluster, script, undisturbed, plan, SEED, report);

        // When
        // Then
        scenario.run("short-kills");
    }

    @Test
    void shouldDifferWhenTheGateIsAtLeastOnce() {
        // Given
        CanaryScenario canary = new CanaryScenario(cluster, script, undisturbed, report);

        // When
        List<Differences> differences = canary.run("short-canary");

        // Then
        assertThat(differences)
                .extracting(Differences::topic, Differences::isEmpty)
                .contains(tuple("decisions", true), tuple("verdicts", false), tuple("dead-letters", true));
        assertThat(wrong(differences.get(3))).hasSizeGreaterThanOrEqualTo(CanaryScenario.WRITTEN);
    }

    /** The gate passes over decisions that it has applied before, but what it had judged by them is forgotten. */
    private static List<String> wrong(Differences verdicts) {
        return Stream.of(verdicts.duplicated(), verdicts.extra(), verdicts.lost(), verdicts.changed())
                .flatMap(List::stream)
                .toList();
    }
}
