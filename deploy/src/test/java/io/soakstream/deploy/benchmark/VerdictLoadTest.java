package io.soakstream.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VerdictLoadTest {
    @BeforeAll
    static void declareRecords() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(Verdict.class).close();
    }

    @Test
    void shouldLetEveryRunFailAndRecoverByTurnsFromOneStretchToTheNext() {
        // Given
        VerdictLoad first = new VerdictLoad(0, VerdictLoad.RUNS + 7);
        VerdictLoad second = first.next(3L * VerdictLoad.RUNS - 7);

        // When
        Map<String, List<Verdict>> byRun = Stream.of(first, second)
                .flatMap(load -> LongStream.range(0, load.records()).mapToObj(load::value))
                .collect(Collectors.groupingBy(Verdict::getRun, TreeMap::new, Collectors.toList()));

        // Then
        assertThat(byRun).hasSize(VerdictLoad.RUNS);
        assertThat(byRun.values()).allSatisfy(verdicts -> {
            assertThat(verdicts).extracting(Verdict::getIteration).containsExactly(1, 2, 3, 4);
            VerdictLevel begins = verdicts.get(0).getVerdict();
            VerdictLevel follows = begins == VerdictLevel.FAIL ? VerdictLevel.PASS : VerdictLevel.FAIL;
            assertThat(verdicts).extracting(Verdict::getVerdict).containsExactly(begins, follows, begins, follows);
        });
    }

    @Test
    void shouldSayWhichVerdictsAreFailuresAcrossStretches() {
        // Given
        VerdictLoad load = new VerdictLoad(5, 0).next(200);

        // When
        List<Long> failures = LongStream.range(0, load.records())
                .filter(load::isFailure)
                .boxed()
                .toList();

        // Then
        assertThat(failures)
                .hasSize(100)
                .allSatisfy(n -> assertThat(load.value(n).getVerdict()).isEqualTo(VerdictLevel.FAIL));
    }
}
