package io.soakstream.tuner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.RunEvent;
import io.soakstream.tuner.domain.RunScript;
import io.soakstream.tuner.domain.RunScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class InterleavedRunsPropertyTest {
    private static final long IN_2099_MS = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();
    private static final String OURS = "bot:ours";

    @Provide
    Arbitrary<RunScript> scripts() {
        return RunScripts.iterations();
    }

    /** Also not by one whose clock is off by decades: no run's time is another's. */
    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shouldNotBeChangedByOtherRuns(
            @ForAll("scripts") RunScript ours,
            @ForAll("scripts") RunScript other,
            @ForAll("scripts") RunScript future,
            @ForAll Random random) {
        // Given
        List<SoakEvent> alone = iterations(ours, "ours", 0);
        List<SoakEvent> together = interleaved(
                random,
                alone,
                iterations(other, "other", 0),
                iterations(future, "future", IN_2099_MS - startMs(future)));

        // When
        List<byte[]> aloneDecided = decided(alone);
        List<byte[]> togetherDecided = decided(together);

        // Then
        assertThat(aloneDecided).hasSameSizeAs(alone);
        assertThat(togetherDecided.toArray(byte[][]::new)).isDeepEqualTo(aloneDecided.toArray(byte[][]::new));
    }

    private static List<byte[]> decided(List<SoakEvent> events) {
        try (TunerDriver tuner = new TunerDriver(TunerConfig.defaults(), stateDirectory())) {
            events.forEach(tuner::send);
            return tuner.decisionBytes(OURS);
        }
    }

    private static Path stateDirectory() {
        try {
            return Files.createTempDirectory("interleaved");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @SafeVarargs
    private static List<SoakEvent> interleaved(Random random, List<SoakEvent>... runs) {
        List<Iterator<SoakEvent>> open = new ArrayList<>();
        for (List<SoakEvent> run : runs) {
            open.add(run.iterator());
        }
        List<SoakEvent> events = new ArrayList<>();
        open.removeIf(run -> !run.hasNext());
        while (!open.isEmpty()) {
            events.add(open.get(random.nextInt(open.size())).next());
            open.removeIf(run -> !run.hasNext());
        }
        return events;
    }

    private static long startMs(RunScript script) {
        return script.events().get(0).eventTimeMs();
    }

    private static List<SoakEvent> iterations(RunScript script, String run, long laterByMs) {
        return script.events().stream()
                .filter(RunEvent.Iteration.class::isInstance)
                .map(RunEvent.Iteration.class::cast)
                .map(iteration -> SoakEvent.newBuilder()
                        .setBot("bot")
                        .setRun(run)
                        .setEventTimeMs(iteration.eventTimeMs() + laterByMs)
                        .setIterationSummary(summary(iteration))
                        .build())
                .toList();
    }

    private static IterationSummary summary(RunEvent.Iteration iteration) {
        IterationSummary summary = IterationSummary.newBuilder()
                .setIteration(iteration.point().iteration())
                .build();
        iteration.point().values().forEach((kpi, value) -> summary.put(kpi.field(), value));
        return summary;
    }
}
