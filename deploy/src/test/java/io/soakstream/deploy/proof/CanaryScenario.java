package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * The same line with a gate that is at-least-once, killed when it has written verdicts and committed none of their
 * input: it reads that again, with memories of different age. A comparison that passes this is blind.
 */
record CanaryScenario(ProofCluster cluster, EventScript script, Outputs expected, ProofReport report) {
    /** Two processes start in it. */
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);
    /** A gate that is put out of its group commits what it has read: then nothing is read again. */
    private static final Duration SESSION = Duration.ofSeconds(45);

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(500);
    /** Verdicts that the gate has written before it is killed, at least (count). */
    static final int WRITTEN = 50;

    /** @return what differs; the caller asserts that it does */
    List<Differences> run(String name) {
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            pipeline.start(App.TUNER, App.TUNER.word(), StreamSettings.of(SOON));
            Instance gate =
                    pipeline.add(new Instance(App.GATE, App.GATE.word(), site, AtLeastOnceGate.class.getName()));
            gate.start(settings(NEVER));
            feeder.release(feeder.size() / 2, Duration.ofSeconds(1));
            awaitVerdicts(site);
            gate.process().kill();
            assertThat(pipeline.group(App.GATE).progress())
                    .as("input that is committed")
                    .isZero();
            gate.start(settings(SOON));
            feeder.finish();
            report.say("canary: the gate is at-least-once");
            return pipeline.finish(expected, report);
        }
    }

    private static void awaitVerdicts(Site site) {
        await("verdicts written").atMost(WRITTEN_WITHIN).until(() -> {
            String topic = site.topics().verdicts().name();
            return TopicContents.read(site.bootstrapServers(), topic, IsolationLevel.READ_UNCOMMITTED)
                            .records()
                            .size()
                    >= WRITTEN;
        });
    }

    private static StreamSettings settings(Duration commit) {
        return StreamSettings.of(commit)
                .withSession(SESSION)
                .with(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, App.GATE.word());
    }
}
