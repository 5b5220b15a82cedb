package io.soakstream.deploy.view;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunAccounts;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that is kept of a run, each list in the order of its topic.
 *
 * @param first the run's first decision, which is kept when others have gone
 */
public record RunRows(
        RunSummary summary,
        Optional<Kept<TuningDecision>> first,
        List<Kept<TuningDecision>> decisions,
        List<Kept<DeltaApplication>> applications,
        List<Kept<RuntimeOverrides>> overrides,
        List<Kept<Verdict>> verdicts,
        List<Kept<NotificationRecord>> notifications) {

    /** Whether the oldest decisions have been let go. */
    public boolean isCut() {
        return first.isPresent()
                && !decisions.isEmpty()
                && first.get().offset() < decisions.get(0).offset();
    }

    /** How far these rows go: whoever follows from here misses nothing. */
    public RunCursor cursor() {
        RunCursor cursor =
                new RunCursor(last(decisions), last(applications), last(overrides), last(verdicts), new TreeMap<>());
        for (Kept<NotificationRecord> notification : notifications) {
            cursor = cursor.after(RecordKind.NOTIFICATION, notification.partition(), notification.offset());
        }
        return cursor;
    }

    private static long last(List<? extends Kept<?>> records) {
        return records.isEmpty() ? -1 : records.get(records.size() - 1).offset();
    }

    /** The account that reports are written from. */
    public RunAccount account() {
        Stream<Kept<TuningDecision>> kept =
                isCut() ? Stream.concat(first.stream(), decisions.stream()) : decisions.stream();
        List<String> notes = isCut() ? List.of("the oldest iterations are no longer kept") : List.of();
        return RunAccounts.of(
                new RunRecords(
                        summary.key(),
                        kept.map(Kept::value).toList(),
                        values(applications),
                        values(overrides),
                        values(verdicts)),
                notes,
                List.of());
    }

    private static <T> List<T> values(List<Kept<T>> records) {
        return records.stream().map(Kept::value).toList();
    }
}
