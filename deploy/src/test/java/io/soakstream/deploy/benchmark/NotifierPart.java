package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.app.NotifierConfigs;
import io.soakstream.deploy.fixture.NotifierPlatforms;
import io.soakstream.deploy.fixture.ReceivedMessages;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.fake.FakePlatform;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * Time from when a FAIL was due on the topic until a platform has taken the message of it: one notifier, its real
 * receivers, strict fakes on the loopback address, and no limit of ours or theirs that holds anything back.
 */
final class NotifierPart {
    private static final double P99_GOAL_MS = 3_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int DIGITS = 3;

    private final Bench bench;
    private final Topics topics;

    NotifierPart(Bench bench) {
        this.bench = bench;
        this.topics = bench.broker().newTopics("notified.");
    }

    Observations run(List<Integer> failuresPerSecond, Duration time) throws IOException {
        Observations observations = new Observations(String.format(
                Locale.ROOT,
                "FAIL on the topic to accepted: %d runs that fail and recover by turns, one notifier, nothing throttled",
                VerdictLoad.RUNS));
        try (NotifierPlatforms platforms = NotifierPlatforms.start();
                Pipeline notifier = new NotifierPipeline(bench.broker(), topics, config(platforms))) {
            notifier.start();
            Trial.await(notifier, POLL, notifier::isRunning);
            // Unrecorded: connections, first messages of the runs, and code that was not compiled yet.
            int fastest = Collections.max(failuresPerSecond);
            VerdictLoad load = new VerdictLoad(0, verdicts(fastest, time.dividedBy(2)));
            tell(notifier, platforms, load, fastest);
            for (int rate : failuresPerSecond) {
                load = load.next(verdicts(rate, time));
                OpenLoop<Verdict> generator = tell(notifier, platforms, load, rate);
                observe(observations, rate, platforms, load, generator);
            }
        }
        return observations;
    }

    private NotifierConfig config(NotifierPlatforms platforms) throws IOException {
        return NotifierConfigs.read(
                platforms.writeConfig(bench.broker().stateDirectory().resolve("notifier")));
    }

    private static long verdicts(int failuresPerSecond, Duration time) {
        return VerdictLoad.VERDICTS_PER_FAILURE * failuresPerSecond * time.toMillis() / 1_000;
    }

    /** Returns when every platform has as many messages as there were verdicts. */
    private OpenLoop<Verdict> tell(
            Pipeline notifier, NotifierPlatforms platforms, VerdictLoad load, int failuresPerSecond) {
        OpenLoop<Verdict> generator = new OpenLoop<>(
                bench.broker(), topics.verdicts(), load, VerdictLoad.VERDICTS_PER_FAILURE * failuresPerSecond);
        generator.start();
        generator.await();
        Trial.await(notifier, POLL, () -> platforms.byReceiver().values().stream()
                .allMatch(platform -> platform.messages().size() >= load.verdictsSoFar()));
        return generator;
    }

    private static void observe(
            Observations observations,
            int rate,
            NotifierPlatforms platforms,
            VerdictLoad load,
            OpenLoop<Verdict> generator) {
        platforms.byReceiver().forEach((receiver, platform) -> {
            requireNoRejection(receiver, platform);
            String row = String.format(Locale.ROOT, "%,d FAIL/s, %s", rate, receiver);
            observations.addLatencies(row, "FAILs", latencies(platform, load, generator), 50, 95, 99);
            observations.add(row, "goal: p99 below (ms)", P99_GOAL_MS);
        });
    }

    /** Of the failures alone (us). A recovery is told in the same way, but nobody waits for it. */
    private static Histogram latencies(FakePlatform platform, VerdictLoad load, OpenLoop<Verdict> generator) {
        ReceivedMessages received = new ReceivedMessages(platform);
        Histogram micros = new Histogram(DIGITS);
        LongStream.range(0, load.records()).filter(load::isFailure).forEach(n -> {
            // Between two readings the clock may be set back.
            long latencyMs = Math.max(0, received.first(load.message(n)).atMs() - generator.dueMs(n));
            micros.recordValue(TimeUnit.MILLISECONDS.toMicros(latencyMs));
        });
        return micros;
    }

    private static void requireNoRejection(String receiver, FakePlatform platform) {
        if (!platform.rejections().isEmpty()) {
            throw new IllegalStateException(
                    receiver + " has refused messages: " + platform.rejections().get(0));
        }
    }
}
