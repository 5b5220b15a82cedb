package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DebouncePropertyTest {
    private static final DebounceLimits LIMITS = DebounceLimits.defaults();
    private static final long MAX_GAP_MS = 900_000;

    /** A raw signal, so long after the one before (ms). */
    record Sample(boolean signal, long stepMs) {}

    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<Boolean> signals = Arbitraries.frequency(Tuple.of(2, true), Tuple.of(3, false));
        Arbitrary<Long> steps = Arbitraries.of(0L, 1L, 999L, 1500L, 2499L, 2500L, 4000L, MAX_GAP_MS, MAX_GAP_MS + 1);
        return Combinators.combine(signals, steps).as(Sample::new).list().ofMaxSize(80);
    }

    /** Each flip is judged anew by the samples that lie behind it. */
    @Property(tries = 500)
    void shouldFlipExactlyWhenTheSignalHasHeldLongEnough(@ForAll("samples") List<Sample> samples) {
        // Given
        Debounce debounce = Debounce.closed(0);
        List<Boolean> raw = new ArrayList<>();
        List<Long> timesMs = new ArrayList<>();
        long nowMs = 0;

        for (Sample sample : samples) {
            // When
            nowMs += sample.stepMs();
            raw.add(sample.signal());
            timesMs.add(nowMs);
            Debounce next = debounce.sampled(sample.signal(), nowMs, LIMITS, MAX_GAP_MS);

            // Then
            boolean wants = sample.signal() != debounce.active();
            assertThat(next.active() != debounce.active()).isEqualTo(wants && hasHeld(raw, timesMs));
            assertThat(next.sinceMs()).isEqualTo(next.active() == debounce.active() ? debounce.sinceMs() : nowMs);
            debounce = next;
        }
    }

    private static boolean hasHeld(List<Boolean> raw, List<Long> timesMs) {
        int last = raw.size() - 1;
        int first = last;
        while (first > 0
                && raw.get(first - 1).equals(raw.get(last))
                && timesMs.get(first) - timesMs.get(first - 1) <= MAX_GAP_MS) {
            first--;
        }
        boolean opening = raw.get(last);
        return last - first + 1 >= (opening ? 2 : 3)
                && timesMs.get(last) - timesMs.get(first) >= (opening ? 2500 : 4000);
    }
}
