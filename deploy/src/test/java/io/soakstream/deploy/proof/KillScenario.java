package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.topic.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;

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
            pipeline.awaitQuiet();
            int counted = countKills(campaign, site);
            List<Differences> differences = pipeline.outputs().differencesFrom(expected);
            report.differences(differences);
            recoveries(campaign.kills());
            pipeline.finish();
            report.say("no transaction hangs");
            require(counted, campaign.misses(), differences);
        }
    }

    /** One line for each; only those count whose aborted records are in the log and were given to nobody. */
    private int countKills(KillCampaign campaign, Site site) {
        Set<TopicContents.Position> log = positions(site, IsolationLevel.READ_UNCOMMITTED);
        Set<TopicContents.Position> given = positions(site, IsolationLevel.READ_COMMITTED);
        Set<TopicContents.Position> starts = campaign.kills().stream()
                .flatMap(kill -> kill.left().startOffsets().entrySet().stream())
                .map(start -> new TopicContents.Position(start.getKey(), start.getValue()))
                .collect(Collectors.toSet());
        int counted = 0;
        for (Kill kill : campaign.kills()) {
            int aborted = kill.aborted(log, given, starts);
            report.say(kill.text(aborted));
            counted += aborted > 0 ? 1 : 0;
        }
        campaign.misses().forEach(miss -> report.say("does not count: " + miss));
        report.say("kills counted " + counted + " of " + plan.kills() + " asked");
        return counted;
    }

    private static Set<TopicContents.Position> positions(Site site, IsolationLevel isolation) {
        Set<TopicContents.Position> positions = new HashSet<>();
        for (App app : App.values()) {
            for (Topic<?> topic : app.outputs(site.topics())) {
                positions.addAll(TopicContents.read(site.bootstrapServers(), topic.name(), isolation)
                        .positions());
            }
        }
        return positions;
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
        boolean enough = counted >= plan.kills();
        boolean exact = differences.stream().allMatch(Differences::isEmpty);
        report.end(enough ? exact ? "EXACT" : "DIFFERENT" : "INVALID");
        assertThat(counted).as("kills that count; others: %s", misses).isGreaterThanOrEqualTo(plan.kills());
        assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
    }
}
