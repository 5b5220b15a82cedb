package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What has come of a run after a place in its topics. */
public record RunChanges(
        RunSummary summary,
        List<Kept<TuningDecision>> decisions,
        List<Kept<DeltaApplication>> applications,
        List<Kept<RuntimeOverrides>> overrides,
        List<Kept<Verdict>> verdicts,
        List<Kept<NotificationRecord>> notifications) {

    /** In the order in which the view read them. */
    public List<Kept<?>> all() {
        return Stream.of(decisions, applications, overrides, verdicts, notifications)
                .<Kept<?>>flatMap(List::stream)
                .sorted(Comparator.comparingLong(Kept::sequence))
                .toList();
    }
}
