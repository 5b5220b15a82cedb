package io.soakstream.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {
    private static final long NOW_MS = 1_760_000_000_000L;
    private static final long STALE_MS = Duration.ofMinutes(11).toMillis();

    private final RecordingOwner owner = new RecordingOwner();
    private final DeliveryQueue queue = new DeliveryQueue(QueueLimits.defaults());

    private static Notice notice(String run, int iteration, Level level) {
        Severity severity = level == Level.FAIL ? Severity.CRITICAL : Severity.INFO;
        return new Notice(
                run + iteration,
                "v",
                List.of(Event.VERDICT_CHANGED),
                severity,
                "mm",
                run,
                Optional.of("release"),
                Optional.of(iteration),
                NOW_MS + iteration,
                Optional.of(level),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Samples.LINE),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                run + "|" + level);
    }

    private Pending pending(String run, int iteration, Level level, long ageMs) {
        return Pending.fresh("slack", notice(run, iteration, level), false, NOW_MS - ageMs, owner);
    }

    private static String id(Work work) {
        return ((Work.Send) work).pending().notice().id();
    }

    @Test
    void shouldSendInOrderWithinARunAndTheMostSevereRunFirst() {
        // Given
        queue.add(pending("a", 1, Level.PASS, 30));
        queue.add(pending("b", 1, Level.PASS, 20));
        queue.add(pending("b", 2, Level.FAIL, 10));

        // When
        List<String> order = List.of(id(queue.next(NOW_MS)), id(queue.next(NOW_MS)), id(queue.next(NOW_MS)));

        // Then
        assertThat(order).containsExactly("b1", "b2", "a1");
        assertThat(queue.depth()).isZero();
        assertThat(queue.next(NOW_MS)).isInstanceOf(Work.Wait.class);
    }

    @Test
    void shouldTellTheNewestOfStaleStatesAndWhatItStandsFor() {
        // Given
        owner.caughtUp = true;
        queue.add(pending("a", 1, Level.FAIL, STALE_MS));
        queue.add(pending("a", 2, Level.WARN, STALE_MS));
        queue.add(pending("a", 3, Level.PASS, STALE_MS));

        // When
        Work.Send work = (Work.Send) queue.next(NOW_MS);

        // Then
        assertThat(work.pending().notice().id()).isEqualTo("a3");
        assertThat(work.pending().notice().earlier())
                .containsExactly("release: FAIL at iteration 1", "release: WARN at iteration 2");
        assertThat(work.older()).extracting(one -> one.notice().id()).containsExactly("a1", "a2");
    }

    @Test
    void shouldNotTellStaleStatesBeforeEverythingWasLookedAt() {
        // Given
        queue.add(pending("a", 1, Level.FAIL, STALE_MS));

        // When
        Work before = queue.next(NOW_MS);
        owner.caughtUp = true;

        // Then
        assertThat(before).isInstanceOf(Work.Wait.class);
        assertThat(id(queue.next(NOW_MS))).isEqualTo("a1");
    }

    @Test
    void shouldCollapseWhenTooManyWait() {
        // Given
        for (int iteration = 1; iteration <= 30; iteration++) {
            queue.add(pending("a", iteration, iteration % 2 == 0 ? Level.FAIL : Level.PASS, 10));
        }

        // When
        Work.Send work = (Work.Send) queue.next(NOW_MS);

        // Then
        assertThat(work.pending().notice().id()).isEqualTo("a30");
        assertThat(work.older()).hasSize(29);
        assertThat(queue.depth()).isZero();
    }

    @Test
    void shouldKeepTheNewestStateOfEachRunWhenTooMuchIsInMemory() {
        // Given
        DeliveryQueue small =
                new DeliveryQueue(new QueueLimits(Duration.ofMinutes(10), 100, 4, Duration.ZERO, Duration.ofHours(1)));
        small.add(pending("a", 1, Level.FAIL, 30).later(NOW_MS + 1000));
        small.add(pending("a", 2, Level.PASS, 20));
        small.add(pending("b", 1, Level.FAIL, 10));
        small.add(pending("a", 3, Level.WARN, 10));
        List<Work.Send> atTheLimit = small.collapse();
        small.add(pending("b", 2, Level.PASS, 5));

        // When
        List<Work.Send> collapsed = small.collapse();

        // Then
        assertThat(atTheLimit).isEmpty();
        assertThat(collapsed).extracting(DeliveryQueueTest::id).containsExactly("a3", "b2");
        assertThat(collapsed.get(0).older())
                .extracting(one -> one.notice().id())
                .containsExactly("a1", "a2");
        assertThat(small.depth()).isEqualTo(2);
        assertThat(id(small.next(NOW_MS))).as("a3 waits as a1 would have").isEqualTo("b2");
        assertThat(id(small.next(NOW_MS + 1000))).isEqualTo("a3");
    }

    @Test
    void shouldNotWaitForNewerStatesWhileNothingIsRead() {
        // Given
        queue.add(pending("a", 1, Level.FAIL, STALE_MS));
        Work before = queue.next(NOW_MS);

        // When
        queue.inputPaused(true);

        // Then
        assertThat(before).isInstanceOf(Work.Wait.class);
        assertThat(id(queue.next(NOW_MS))).isEqualTo("a1");
    }

    @Test
    void shouldKeepItsPlaceWhileItWaitsForAnotherRound() {
        // Given
        queue.add(pending("a", 2, Level.PASS, 10));
        queue.putBack(pending("a", 1, Level.PASS, 20).later(NOW_MS + 1000));

        // Then
        assertThat(queue.next(NOW_MS)).isInstanceOf(Work.Wait.class);
        assertThat(id(queue.next(NOW_MS + 1000))).isEqualTo("a1");
    }

    @Test
    void shouldUpdateALivingMessageOnceInAnInterval() {
        // Given
        queue.show(new Progress(Samples.progress(Level.FAIL), owner));
        Work first = queue.next(NOW_MS);
        queue.show(new Progress(Samples.progress(Level.PASS), owner));

        // When
        Work tooEarly = queue.next(NOW_MS + 29_999);
        Work second = queue.next(NOW_MS + 30_000);

        // Then
        assertThat(first).isInstanceOf(Work.Update.class);
        assertThat(tooEarly).isInstanceOf(Work.Wait.class);
        assertThat(((Work.Update) second).progress().notice().level()).contains(Level.PASS);
    }

    @Test
    void shouldForgetWhatBelongsToAPartitionThatIsGivenUp() {
        // Given
        queue.add(pending("a", 1, Level.FAIL, 10));

        // When
        queue.release(owner);

        // Then
        assertThat(queue.depth()).isZero();
        assertThat(queue.oldestMs()).isEmpty();
    }
}
