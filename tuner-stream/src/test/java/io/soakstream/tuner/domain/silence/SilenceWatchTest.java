package io.soakstream.tuner.domain.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private final SilenceWatch watch = new SilenceWatch();

    @Test
    void shouldFindWhatIsDueOnce() {
        // Given
        watch.late(1000);
        watch.expect("a", 100);

        // Then
        assertThat(watch.watches("a")).isTrue();
        assertThat(watch.late(1099)).isEmpty();
        assertThat(watch.late(1100)).containsExactly("a");
        assertThat(watch.watches("a")).isFalse();
        assertThat(watch.late(9999)).isEmpty();
    }

    @Test
    void shouldFindTheLongestOverdueFirst() {
        // Given
        watch.late(0);
        watch.expect("late", 300);
        watch.expect("first", 100);
        watch.expect("second", 200);
        watch.expect("not yet", 500);

        // Then
        assertThat(watch.late(400)).containsExactly("first", "second", "late");
    }

    @Test
    void shouldCountFromTheFirstLookWhatWasHeardBeforeIt() {
        // Given
        watch.expect("a", 100);

        // Then
        assertThat(watch.watches("a")).isTrue();
        assertThat(watch.late(5000)).isEmpty();
        assertThat(watch.watches("a")).isTrue();
        assertThat(watch.late(5099)).isEmpty();
        assertThat(watch.late(5100)).containsExactly("a");
        assertThat(watch.watches("a")).isFalse();
        assertThat(watch.late(5200)).isEmpty();
    }

    @Test
    void shouldForgetBeforeAndAfterTheFirstLook() {
        // Given
        watch.expect("early", 100);
        watch.forget("early");
        watch.late(0);
        watch.expect("a", 100);
        watch.forget("a");

        // Then
        assertThat(watch.watches("early")).isFalse();
        assertThat(watch.watches("a")).isFalse();
        assertThat(watch.late(1000)).isEmpty();
    }

    @Test
    void shouldPutOffWhatIsHeardOfAgain() {
        // Given
        watch.late(0);
        watch.expect("a", 100);
        watch.late(60);

        // When
        watch.expect("a", 100);

        // Then
        assertThat(watch.late(100)).isEmpty();
        assertThat(watch.late(159)).isEmpty();
        assertThat(watch.late(160)).containsExactly("a");
    }

    /** A stalled run is not due for long; when it comes back, its next iteration is. */
    @Test
    void shouldBringForwardWhatIsDueSooner() {
        // Given
        watch.late(0);
        watch.expect("a", 10_000);

        // When
        watch.expect("a", 100);

        // Then
        assertThat(watch.late(100)).containsExactly("a");
        assertThat(watch.late(10_000)).isEmpty();
    }

    /** One thing that happens to one of a few runs. */
    record Happening(String run, boolean forgotten, long inMs, long stepMs) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(true, false, false, false),
                        Arbitraries.of(1L, 5L, 50L, 400L),
                        Arbitraries.of(0L, 1L, 7L, 60L))
                .as(Happening::new)
                .list()
                .ofMaxSize(60);
    }

    /** Against a plain table of what is due when. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldAnswerAsAPlainTable(@ForAll("happenings") List<Happening> happenings) {
        // Given
        SilenceWatch watch = new SilenceWatch();
        Map<String, Long> due = new TreeMap<>();
        long nowMs = 0;
        watch.late(nowMs);

        for (Happening happening : happenings) {
            // When
            if (happening.forgotten()) {
                watch.forget(happening.run());
                due.remove(happening.run());
            } else {
                watch.expect(happening.run(), happening.inMs());
                due.put(happening.run(), nowMs + happening.inMs());
            }
            nowMs += happening.stepMs();

            // Then
            List<String> late = new ArrayList<>();
            for (Map.Entry<String, Long> entry : due.entrySet()) {
                if (entry.getValue() <= nowMs) {
                    late.add(entry.getKey());
                }
            }
            assertThat(watch.late(nowMs)).containsExactlyInAnyOrderElementsOf(late);
            due.keySet().removeAll(late);
        }
    }
}
