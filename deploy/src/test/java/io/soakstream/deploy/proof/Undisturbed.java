package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** The run that nothing happens to: what all others must equal, and what the offline pipeline gives too. */
final class Undisturbed {
    /** Few transactions: each costs more than the records in it. */
    private static final Duration COMMIT = Duration.ofSeconds(1);

    private Undisturbed() {}

    /** Runs the script through both apps on a site of its own. */
    static Outputs run(ProofCluster cluster, String name, EventScript script, ProofReport report) {
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            for (App app : App.values()) {
                pipeline.start(app, app.word(), StreamSettings.of(COMMIT));
            }
            feeder.finish();
            pipeline.awaitQuiet();
            Outputs outputs = pipeline.outputs();
            pipeline.finish();
            assertThat(outputs.of("verdicts"))
                    .as("verdicts of the undisturbed run")
                    .hasSize(script.verdicts());
            new OfflineOracle(script).require(outputs);
            report.say("undisturbed run: " + script.events().size() + " events, " + script.verdicts() + " verdicts, "
                    + script.decisions() + " decisions, "
                    + outputs.of("dead-letters").size() + " dead letters: as offline");
            return outputs;
        }
    }
}
