package io.soakstream.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RunRulesPropertyTest {
    @Property(tries = 300)
    void shouldTellOfEveryMoveToFailAndNeverTwiceInOneName(@ForAll @Size(max = 60) List<Level> levels) {
        // Given
        Telling run = new Telling();
        List<Integer> moves = new ArrayList<>();
        List<Candidate> told = new ArrayList<>();

        // When
        for (int index = 0; index < levels.size(); index++) {
            boolean moved = levels.get(index) == Level.FAIL && (index == 0 || levels.get(index - 1) != Level.FAIL);
            if (moved) {
                moves.add(index + 1);
            }
            told.addAll(run.on(Verdicts.of(index + 1, levels.get(index))));
        }

        // Then
        List<Integer> failures = told.stream()
                .filter(candidate -> candidate.muted().isEmpty())
                .map(Candidate::notice)
                .filter(notice -> notice.level().orElseThrow() == Level.FAIL)
                .map(notice -> notice.iteration().orElseThrow())
                .toList();
        assertThat(failures).containsAll(moves);
        assertThat(new HashSet<>(told.stream().map(one -> one.notice().id()).toList()))
                .hasSameSizeAs(told);
    }

    @Property(tries = 300)
    void shouldTellWhatHoldsInTheEnd(@ForAll @Size(min = 1, max = 60) List<Level> levels) {
        // Given
        Telling run = new Telling();
        List<Candidate> told = new ArrayList<>();

        // When
        for (int index = 0; index < levels.size(); index++) {
            told.addAll(run.on(Verdicts.of(index + 1, levels.get(index))));
        }
        told.addAll(run.on(Verdicts.last("release", levels.size() + 1, levels.get(levels.size() - 1))));

        // Then
        Notice last = told.get(told.size() - 1).notice();
        assertThat(told.get(told.size() - 1).muted()).isEmpty();
        assertThat(last.level()).contains(levels.get(levels.size() - 1));
        assertThat(last.events()).contains(Event.RUN_ENDED);
    }
}
