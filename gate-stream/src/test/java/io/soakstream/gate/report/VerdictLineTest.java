package io.soakstream.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VerdictLineTest {
    /** Avro's builders refuse our record classes until a first serde has declared them. */
    @BeforeAll
    static void declareRecords() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(Verdict.class).close();
    }

    @Test
    void shouldSayWhatNoKpiShows() {
        // Given
        Verdict stalled = Verdict.newBuilder()
                .setBot("mm")
                .setRun("r")
                .setIteration(2)
                .setPolicy("release")
                .setVerdict(VerdictLevel.INCONCLUSIVE)
                .setReasons(List.of("insufficient_iterations:2:8", "stalled:3"))
                .build();

        // When
        String line = VerdictLine.render(stalled);

        // Then
        assertThat(line)
                .isEqualTo("1970-01-01T00:00:00Z  mm:r #2  release INCONCLUSIVE  no iteration has come for 3 periods");
    }
}
