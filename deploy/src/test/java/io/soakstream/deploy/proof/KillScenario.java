package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

/**
 * Kills under load, then the exact comparison.
 *
 * @param script what is fed
 * @param expected outputs of the same script when nothing happens
 * @param seed of victims and moments
 */
record KillScenario(
        ProofCluster cluster, EventScript script, Outputs expected, KillPlan plan, long seed, ProofReport report) {

    /** @throws AssertionError too few kills count, or any output differs, or a transaction hangs */
    void run(String name) {
        report.say("seed " + seed + ", kills asked " + plan.kills());
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            KillCampaign campaign = new KillCampaign(plan, pipeline, feeder, new Random(seed));
            campaign.run();
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            recoveries(campaign.kills());
            require(countKills(campaign, site), campaign.misses(), differences);
        }
    }

    /** One line for each; only those count whose aborted records are in the log and were given to nobody. */
    private int countKills(KillCampaign campaign, Site site) {
        AbortedRecords records = AbortedRecords.read(
                site, campaign.kills().stream().map(Kill::left).toList());
        int counted = 0;
        for (Kill kill : campaign.kills()) {
            int aborted = records.of(kill.left());
            report.say(kill.text(aborted));
            counted += aborted > 0 ? 1 : 0;
        }
        campaign.misses().forEach(miss -> report.say("does not count: " + miss));
        report.say("kills counted " + counted + " of " + plan.kills() + " asked");
        return counted;
    }

    private void recoveries(List<Kill> kills) {
        for (Kill.Home home : Kill.Home.values()) {
            List<Recovery> recoveries = kills.stream()
                    .filter(kill -> kill.home() == home)
                    .map(Kill::recovery)
                    .toList();
            String after = " after a kill, next on " + home + " home";
            report.spread(
                    "running" + after,
                    recoveries.stream().map(Recovery::runningMs).toList());
            report.spread(
                    "committed" + after,
                    recoveries.stream().map(Recovery::committedMs).toList());
            report.spread(
                    "transaction ended" + after,
                    recoveries.stream().map(Recovery::settledMs).toList());
        }
    }

    private void require(int counted, List<String> misses, List<Differences> differences) {
        report.end(counted, plan.kills(), differences);
        assertThat(counted).as("kills that count; others: %s", misses).isGreaterThanOrEqualTo(plan.kills());
        assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
    }
}
