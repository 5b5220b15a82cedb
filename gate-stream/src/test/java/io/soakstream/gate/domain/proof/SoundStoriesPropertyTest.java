package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in a run: what follows is proven, and what does not is found. */
class SoundStoriesPropertyTest {
    private static final String OTHER_HASH = "0".repeat(64);
    private final ProjectionProof rules = new ProjectionProof(ParameterCatalogue.standard());

    @Property(tries = 200)
    void shouldProveEverySoundRun(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> events) {
        // Given
        DecisionStory story = DecisionStory.implied();
        Ledger ledger = Ledger.empty();
        long version = 0;

        for (TuningDecision decision : told(story, events)) {
            // When
            Proof proof = rules.prove(ledger, ClaimMapper.toDomain(decision));
            ledger = proof.next();

            // Then
            assertThat(proof.standing().mismatch()).isEmpty();
            assertThat(ledger.projection().orElseThrow().stateHash()).isEqualTo(decision.getResultHash());
            for (Release release : proof.releases()) {
                assertThat(release.version()).isEqualTo(++version);
            }
        }
    }

    @Property(tries = 200)
    void shouldFindAnotherResultWhereverItStands(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> events,
            @ForAll @IntRange(max = 20) int at) {
        // Given
        List<TuningDecision> decisions = told(DecisionStory.implied(), events);
        TuningDecision spoilt = decisions.get(at % decisions.size());
        spoilt.setResultHash(OTHER_HASH);
        Ledger ledger = Ledger.empty();
        for (TuningDecision decision : decisions.subList(0, at % decisions.size())) {
            ledger = rules.prove(ledger, ClaimMapper.toDomain(decision)).next();
        }

        // When
        Proof proof = rules.prove(ledger, ClaimMapper.toDomain(spoilt));

        // Then
        assertThat(proof.standing().mismatch())
                .hasValueSatisfying(detail -> assertThat(detail).startsWith("result_hash"));
        assertThat(proof.releases()).noneMatch(release -> release.iteration().isPresent());
    }

    private static List<TuningDecision> told(DecisionStory story, List<Integer> events) {
        List<TuningDecision> decisions = new ArrayList<>();
        String before = story.hash();
        int iteration = 1;
        decisions.add(story.iteration(iteration));
        for (int event : events) {
            String now = story.hash();
            decisions.add(
                    switch (event) {
                        case 0 -> story.tick(1, false);
                        case 1 -> story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), null);
                        case 2 -> story.command("on", Command.Action.AUTO_TUNE_ON, Map.of(), null);
                        case 3 -> story.rebase("rebase", "tail_age_ms", "700");
                        case 4 -> story.command("refused", Command.Action.FREEZE, Map.of(), OTHER_HASH);
                        case 5 -> story.echoing(++iteration, before, Moves.none());
                        case 6 -> story.echoing(++iteration, OTHER_HASH, moves(story, "concurrency_limit", "1"));
                        case 7 -> story.iteration(++iteration, moves(story, "concurrency_limit", "1"));
                        default -> story.echoing(++iteration, now, moves(story, "tail_age_ms", "30"));
                    });
            before = now;
        }
        return decisions;
    }

    /** A step up, or back to where the parameter began. */
    private static Moves moves(DecisionStory story, String parameter, String step) {
        BigDecimal value = story.projection().overrides().value(parameter).orElseThrow();
        BigDecimal max = ParameterCatalogue.standard().get(parameter).max();
        boolean room = value.add(new BigDecimal(step)).compareTo(max) <= 0;
        return Moves.of(parameter, room ? step : "-" + step);
    }
}
