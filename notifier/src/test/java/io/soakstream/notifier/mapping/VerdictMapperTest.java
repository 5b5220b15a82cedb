package io.soakstream.notifier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.domain.VerdictFacts;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictMapperTest {
    @BeforeAll
    static void declare() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(Verdict.class).close();
    }

    private static Verdict.Builder verdict() {
        return Verdict.newBuilder()
                .setBot("mm")
                .setRun("nightly")
                .setPolicy("release")
                .setMode(RunMode.LIVE)
                .setVerdict(VerdictLevel.FAIL);
    }

    private static VerdictFacts facts(Verdict verdict, boolean simulated) {
        return new VerdictMapper(code -> "sentence " + code, simulated)
                .toDomain(verdict)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE,,false,true",
        "LIVE,mm:other,false,false",
        "LIVE,mm:other,true,false",
        "SIMULATED,,false,false",
        "SIMULATED,,true,true",
        "SIMULATED,mm:other,true,false",
        "RECORDED,,true,false",
        "SHADOW,,true,false",
        "UNKNOWN,,true,false"
    })
    void shouldTellOfLiveRunsAloneAndNeverOfReplays(RunMode mode, String origin, boolean simulated, boolean tellable) {
        assertThat(facts(verdict().setMode(mode).setOrigin(origin).build(), simulated)
                        .tellable())
                .isEqualTo(tellable);
    }

    @Test
    void shouldSayInWordsWhatNoFigureShows() {
        // When
        VerdictFacts facts = facts(
                verdict()
                        .setReasons(List.of("missed:risk_ratio:median:0.5:<=:0.4", "stalled:3"))
                        .build(),
                false);

        // Then
        assertThat(facts.reasons()).containsExactly("sentence stalled:3");
        assertThat(facts.stalled()).isTrue();
    }

    @Test
    void shouldShowACodeThatNobodyKnows() {
        // Given
        VerdictMapper mapper = new VerdictMapper(
                code -> {
                    throw new IndexOutOfBoundsException(code);
                },
                false);

        // Then
        assertThat(mapper.toDomain(verdict().setReasons(List.of("new_code")).build()))
                .get()
                .extracting(VerdictFacts::reasons)
                .isEqualTo(List.of("new_code"));
    }

    @Test
    void shouldCutWhatNobodyReads() {
        // When
        VerdictFacts facts =
                facts(verdict().setReasons(List.of("👍".repeat(100_000))).build(), false);

        // Then
        assertThat(facts.reasons().get(0)).hasSizeLessThan(1100).endsWith("…");
    }

    @Test
    void shouldNotTellOfALevelOfANewerGate() {
        assertThat(new VerdictMapper(code -> code, false)
                        .toDomain(verdict().setVerdict(VerdictLevel.UNKNOWN).build()))
                .isEmpty();
    }
}
