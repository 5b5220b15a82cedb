package io.soakstream.deploy.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad records among good ones, on a real broker. */
class PoisonIT {
    private static final Topics TOPICS = new Topics("poison.");
    private static final String RUN = "mock36";

    @TempDir
    Path stateDirectory;

    @Test
    void shouldJudgeEveryGoodEventAndSetEveryBadOneAsideWithItsReason() throws IOException {
        // Given
        List<SoakEvent> good = events();
        try (Line line = Line.on(TOPICS);
                PoisonedLog log = new PoisonedLog(line)) {
            line.startTuner(StateStorage.inMemory(stateDirectory.resolve("tuner")));
            line.startGate(StateStorage.inMemory(stateDirectory.resolve("gate")));
            Poison poison = new Poison(new AvroSerdes(line.registry()), TOPICS);

            // When
            writePoisoned(good, poison, log);
            Map<String, List<Verdict>> verdicts = line.verdicts(37);

            // Then
            await().atMost(Line.PATIENCE)
                    .until(() ->
                            line.deadLetters().size() >= log.expectedCodes().size());
            assertThat(line.deadLetters().stream()
                            .collect(Collectors.toMap(letter -> letter.source().orElseThrow(), DeadLetter::code)))
                    .isEqualTo(log.expectedCodes());
            assertThat(line.deadLetters()).extracting(DeadLetter::message).doesNotContain("");
            assertThat(verdicts).containsOnlyKeys(RUN);
            assertThat(verdicts.get(RUN)).containsExactlyElementsOf(offline(good));
            line.awaitRunning();
        }
    }

    /** Every dose at another place of the run, an exact copy of what came before, and one record that is absurd. */
    private static void writePoisoned(List<SoakEvent> good, Poison poison, PoisonedLog log) {
        Integer partition = null;
        for (int i = 0; i < good.size(); i++) {
            byte[] bytes = poison.bytes(good.get(i));
            partition = log.write(partition, Poison.key(good.get(i)), bytes).partition();
            if (i == 0 || i > good.size() - 3) {
                continue;
            }
            log.write(partition, Poison.key(good.get(i)), bytes);
            List<Poison.Dose> doses = poison.madeOf(good.get(i + 1), good.get(i));
            Poison.Dose dose = doses.get(i % doses.size());
            log.poison(partition, dose.key(), dose.value(), dose.code());
        }
        Integer home = partition;
        List<Poison.Dose> afterTheEnd = poison.madeOf(good.get(5), good.get(4));
        log.poison(home, Poison.key(good.get(5)), poison.bytes(good.get(5)), "run_ended");
        assertThat(afterTheEnd).hasSizeLessThan(good.size() - 3);
        assertThatThrownBy(() -> log.write(home, Poison.key(good.get(0)), poison.randomBytes(2_000_000, (byte) 1)))
                .isInstanceOf(RecordTooLargeException.class);
    }

    private static List<Verdict> offline(List<SoakEvent> good) {
        try (OfflinePipeline pipeline = new OfflinePipeline(TunerConfig.defaults(), GateConfig.defaults())) {
            return pipeline.run(good).verdicts();
        }
    }

    private static List<SoakEvent> events() throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded", RUN), ReadOptions.defaults())
                .as(new RunKey("poison", RUN))
                .events();
    }
}
