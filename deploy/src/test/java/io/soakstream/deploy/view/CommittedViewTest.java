package io.soakstream.deploy.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.account.RunAccounts;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.NotificationState;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommittedViewTest {
    private static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty(), Optional.empty());
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-10-12T12:00:00Z"));
    private static RunRecords passing;
    private static RunRecords failing;

    @BeforeAll
    static void judge() throws IOException {
        passing = RecordedRun.records("mock36", new RunKey("bot", "b-pass"));
        failing = RecordedRun.records("mock8", new RunKey("bot", "a-fail"));
    }

    private static CommittedView view(ViewLimits limits) {
        return new CommittedView(limits, CLOCK);
    }

    @Test
    void shouldGiveTheAccountThatTheRecordsGive() {
        // Given
        CommittedView view = view(ViewLimits.defaults());

        // When
        RecordedRun.into(view, failing);
        RecordedRun.into(view, passing);

        // Then
        assertThat(view.rows("bot:b-pass").orElseThrow().account())
                .isEqualTo(RunAccounts.of(passing, List.of(), List.of()));
        assertThat(view.rows("bot:a-fail").orElseThrow().account())
                .isEqualTo(RunAccounts.of(failing, List.of(), List.of()));
    }

    @Test
    void shouldNotChangeWhenTheSameRecordsComeAgain() {
        // Given
        CommittedView view = view(ViewLimits.defaults());
        RecordedRun.into(view, passing);
        RunRows before = view.rows("bot:b-pass").orElseThrow();

        // When
        RecordedRun.into(view, passing);

        // Then
        assertThat(view.rows("bot:b-pass")).contains(before);
    }

    @Test
    void shouldKeepTheStartAndTheLatestOfALongRun() {
        // Given
        CommittedView view = view(new ViewLimits(10, 12, 1_000));

        // When
        RecordedRun.into(view, passing);

        // Then
        RunRows rows = view.rows("bot:b-pass").orElseThrow();
        assertThat(rows.isCut()).isTrue();
        assertThat(rows.decisions()).hasSize(12);
        assertThat(rows.verdicts()).hasSize(12);
        assertThat(rows.first()).get().extracting(Kept::offset).isEqualTo(0L);
        assertThat(rows.account().notes()).containsExactly("the oldest iterations are no longer kept");
        assertThat(rows.account().lasts().get(0).getDigest())
                .isEqualTo(passing.verdicts().get(passing.verdicts().size() - 1).getDigest());
    }

    @Test
    void shouldLetTheRunGoThatEndedLongestAgo() {
        // Given
        CommittedView view = view(new ViewLimits(1, 100, 1_000));
        RecordedRun.into(view, failing);

        // When
        RecordedRun.into(view, passing);

        // Then
        assertThat(view.page(ALL, "", 10)).extracting(RunSummary::key).containsExactly("bot:b-pass");
        assertThat(view.evicted()).isEqualTo(1);
    }

    @Test
    void shouldNotBringARunBackThatHasMadeRoom() {
        // Given
        CommittedView view = view(new ViewLimits(1, 100, 1_000));
        RecordedRun.into(view, failing);
        RecordedRun.into(view, passing);

        // When
        view.add(failing.verdicts().get(0), 0, 100);

        // Then
        assertThat(view.summary("bot:a-fail")).isEmpty();
        assertThat(view.summary("bot:b-pass")).isPresent();
    }

    @Test
    void shouldFilterAndPage() {
        // Given
        CommittedView view = view(ViewLimits.defaults());
        RecordedRun.into(view, failing);
        RecordedRun.into(view, passing);
        RunFilter failed = new RunFilter(Optional.of("bot"), Optional.empty(), Optional.of(VerdictLevel.FAIL));

        // When
        List<RunSummary> second = view.page(ALL, "bot:a-fail", 1);

        // Then
        assertThat(second).extracting(RunSummary::key).containsExactly("bot:b-pass");
        assertThat(view.page(failed, "", 10))
                .allSatisfy(run -> assertThat(run.lasts().get(0).getVerdict()).isEqualTo(VerdictLevel.FAIL));
        assertThat(view.newest("bot")).isPresent();
        assertThat(view.newest("nobody")).isEmpty();
    }

    /** After a restart the topics are read one beside the other, and a run that is long over may come last. */
    @Test
    void shouldOrderRunsByWhenTheBrokerTookTheirLatestRecord() {
        // Given
        CommittedView view = view(new ViewLimits(2, 100, 1_000));
        view.add(passing.decisions().get(0), 0, 0, 7_000);
        view.add(failing.decisions().get(0), 0, 1, 5_000);

        // When
        List<RunSummary> latest = view.latest(ALL, 10);

        // Then
        assertThat(latest).extracting(RunSummary::key).containsExactly("bot:b-pass", "bot:a-fail");
        assertThat(latest).extracting(RunSummary::sequence).containsExactly(1L, 2L);
        view.add(failing.verdicts().get(0), 0, 0, 7_000);
        assertThat(view.latest(ALL, 1))
                .as("at the same time, by key")
                .extracting(RunSummary::key)
                .containsExactly("bot:a-fail");
        view.add(failing.verdicts().get(1), 0, 1, 8_000);
        view.add(notification("slack", 1, "c-next"), 0, 0, 9_000);
        assertThat(view.latest(ALL, 10))
                .as("the one that was silent longest has made room")
                .extracting(RunSummary::key)
                .containsExactly("bot:c-next", "bot:a-fail");
    }

    @Test
    void shouldGiveOnlyWhatCameAfterACursor() {
        // Given
        CommittedView view = view(ViewLimits.defaults());
        RecordedRun.into(view, passing);
        RunCursor cursor = RunCursor.beginning();
        for (Kept<?> record :
                view.after("bot:b-pass", cursor).orElseThrow().all().subList(0, 50)) {
            cursor = cursor.after(RecordKind.of(record.value()), record.partition(), record.offset());
        }
        int all = view.after("bot:b-pass", RunCursor.beginning())
                .orElseThrow()
                .all()
                .size();

        // When
        RunChanges rest = view.after(
                        "bot:b-pass", RunCursor.parse(cursor.text()).orElseThrow())
                .orElseThrow();

        // Then
        assertThat(rest.all()).hasSize(all - 50);
        assertThat(RunCursor.parse("d1.a2.o3")).isEmpty();
    }

    @Test
    void shouldFollowNotificationsThroughTheirPartitions() {
        // Given
        CommittedView view = view(ViewLimits.defaults());
        RecordedRun.into(view, failing);
        view.add(notification("slack", 1), 4, 10);
        RunCursor seen = view.rows("bot:a-fail").orElseThrow().cursor();
        view.add(notification("telegram", 2), 2, 3);
        view.add(notification("slack", 3), 4, 11);

        // When
        RunChanges since = view.after("bot:a-fail", RunCursor.parse(seen.text()).orElseThrow())
                .orElseThrow();

        // Then
        assertThat(since.all()).extracting(Kept::offset).containsExactly(3L, 11L);
        assertThat(RunCursor.parse("d1.a2.o3.v4.n" + "1-1_".repeat(20_000) + "2-7"))
                .as("a long one")
                .isPresent();
        assertThat(RunCursor.parse("d1.a2.o3.v4.n1-1__2-7")).isEmpty();
        assertThat(RunCursor.parse("d1.a2.o3.v4"))
                .as("of an earlier version")
                .map(RunCursor::notifications)
                .contains(new TreeMap<>());
    }

    private static NotificationRecord notification(String channel, int iteration) {
        return notification(channel, iteration, "a-fail");
    }

    private static NotificationRecord notification(String channel, int iteration, String run) {
        return NotificationRecord.newBuilder()
                .setId("n" + iteration)
                .setBot("bot")
                .setRun(run)
                .setChannel(channel)
                .setState(NotificationState.SENT)
                .setIteration(iteration)
                .build();
    }

    @Test
    void shouldCountTheAgeOfAnIterationFromWhenTheBrokerTookIt() {
        // Given
        CommittedView view = view(ViewLimits.defaults());
        long taken = CLOCK.millis() - 90_000;

        // When
        failing.decisions().forEach(decision -> view.add(decision, 0, decision.getSequence(), taken));

        // Then
        assertThat(view.summary("bot:a-fail").orElseThrow().iterationAgeMs(CLOCK.millis()))
                .contains(90_000L);
    }
}
