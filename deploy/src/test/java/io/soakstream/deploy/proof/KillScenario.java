package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            require(countKills(campaign), campaign.misses(), differences);
        }
    }

    /** One line for each; only those count whose aborted records are in the log and were given to nobody. */
    private List<Kill> countKills(KillCampaign campaign) {
        List<Integer> aborted = campaign.abortedRecords();
        List<Kill> counted = new ArrayList<>();
        for (Kill kill : campaign.kills()) {
            int records = aborted.get(kill.number() - 1);
            report.say(kill.text(records));
            if (records > 0) {
                counted.add(kill);
            }
        }
        campaign.misses().forEach(miss -> report.say("does not count: " + miss));
        report.say("kills counted " + counted.size() + " of " + plan.kills() + " asked, by home of the killed "
                + byVictim(counted));
        return counted;
    }

    private void recoveries(List<Kill> kills) {
        Map<String, List<Recovery>> bySuccession = kills.stream()
                .collect(Collectors.groupingBy(
                        Kill::succession, TreeMap::new, Collectors.mapping(Kill::recovery, Collectors.toList())));
        bySuccession.forEach((succession, recoveries) -> {
            String after = " after a kill, home " + succession;
            report.spread(
                    "running" + after,
                    recoveries.stream().map(Recovery::runningMs).toList());
            report.spread(
                    "committed" + after,
                    recoveries.stream().map(Recovery::committedMs).toList());
            report.spread(
                    "transaction ended" + after,
                    recoveries.stream().map(Recovery::settledMs).toList());
        });
    }

    private static Map<Home, Long> byVictim(List<Kill> kills) {
        return kills.stream().collect(Collectors.groupingBy(Kill::victim, TreeMap::new, Collectors.counting()));
    }

    private void require(List<Kill> counted, List<String> misses, List<Differences> differences) {
        report.end(counted.size(), plan.kills(), differences);
        assertThat(counted).as("kills that count; others: %s", misses).hasSizeGreaterThanOrEqualTo(plan.kills());
        if (plan.memory() > 0) {
            assertThat(byVictim(counted)).as("kills of the defaults").containsKey(Home.MEMORY);
        }
        assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
    }
}
