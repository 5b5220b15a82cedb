package io.soakstream.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** A fleet of bots against one tuner and one gate: what comes in goes out, and nothing piles up. */
final class LoadScenario {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;
    private static final int SAMPLES = 10;
    /** Of the heap that are compared as one: the least of them counts. */
    private static final int READINGS = 3;
    /** Free to differ between two collections (B). */
    private static final long HEAP_PLAY = 48L << 20;

    private final String prefix;
    private final int bots;
    private final Duration duration;
    private final double leastRate;
    private final Optional<Duration> maxLag;

    /**
     * @param leastRate share of what the bots would send undisturbed that must have been acknowledged
     * @param maxLag input that may wait at most; empty: however much, as long as all of it comes through in the end
     */
    LoadScenario(String prefix, int bots, Duration duration, double leastRate, Optional<Duration> maxLag) {
        this.prefix = prefix;
        this.bots = bots;
        this.duration = duration;
        this.leastRate = leastRate;
        this.maxLag = maxLag;
    }

    /** @param heapBytes in use after a collection */
    private record Sample(Lag lag, long heapBytes) {}

    void run(Path directory) throws Exception {
        try (Line line = line(directory);
                Admin admin = Admin.create(line.clientProperties());
                SoakProducer soak = SoakProducer.connect(line, ClientLimits.defaults(), InstantSource.system());
                Fleet fleet = new Fleet(soak)) {
            fleet.launch(bots);
            List<Sample> samples = new ArrayList<>();
            long cpuNanos = SYSTEM.getProcessCpuTime();
            long before = fleet.acknowledged();
            for (int number = 1; number <= SAMPLES; number++) {
                long due = System.nanoTime() + duration.toNanos() / SAMPLES;
                await().atMost(duration.plus(Line.PATIENCE)).until(() -> System.nanoTime() >= due);
                samples.add(sample(admin, line.topics()));
            }
            double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpuNanos) / NANOS;
            report(samples, cpuSeconds, fleet.acknowledged() - before, fleet);
            fleet.land();
            assertNothingPilesUp(samples);
            assertNothingIsLost(line, admin, fleet);
        }
    }

    private Line line(Path directory) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private static Sample sample(Admin admin, Topics topics) throws Exception {
        Lag lag = Lag.of(admin, topics);
        System.gc();
        return new Sample(
                lag, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private void report(List<Sample> samples, double cpuSeconds, long iterations, Fleet fleet) {
        System.out.printf(
                Locale.ROOT,
                "load: %,d bots, %d s: %,d iterations acknowledged, %,d had no room at first, CPU %.2f s per 1,000"
                        + " iterations (bots, broker, tuner and gate)%n",
                bots,
                duration.toSeconds(),
                iterations,
                fleet.refused(),
                1_000 * cpuSeconds / iterations);
        samples.forEach(sample -> System.out.printf(
                Locale.ROOT,
                "load: lag of tuner %,d, of gate %,d; heap after collection %d MiB%n",
                sample.lag().tuner(),
                sample.lag().gate(),
                sample.heapBytes() >> 20));
    }

    private void assertNothingPilesUp(List<Sample> samples) {
        List<Sample> later = samples.subList(SAMPLES / 2, SAMPLES);
        long heapBefore = leastHeap(samples.subList(SAMPLES - 2 * READINGS, SAMPLES - READINGS));
        long heapAfter = leastHeap(samples.subList(SAMPLES - READINGS, SAMPLES));
        maxLag.ifPresent(most -> assertThat(later)
                .allSatisfy(sample -> assertThat(sample.lag().max()).isLessThan(most.toSeconds() * bots)));
        assertThat(heapAfter).isLessThan(heapBefore + HEAP_PLAY);
    }

    /** What is in use besides comes and goes: a collection does not find all of it. */
    private static long leastHeap(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::heapBytes).min().orElseThrow();
    }

    private void assertNothingIsLost(Line line, Admin admin, Fleet fleet) {
        assertThat(fleet.failure()).isNull();
        long least = (long) (leastRate * bots * duration.toSeconds());
        assertThat(fleet.acknowledged()).isEqualTo(fleet.sent()).isGreaterThan(least);
        await().atMost(Line.PATIENCE)
                .untilAsserted(
                        () -> assertThat(Lag.of(admin, line.topics()).max()).isLessThan(bots));
        // One for each iteration, and one for the end of each run.
        int verdicts = (int) fleet.sent() + bots;
        Map<String, Integer> counts = line.verdictCounts(verdicts);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(verdicts);
        assertThat(line.deadLetters()).isEmpty();
    }
}
