package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.Owner;
import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.domain.Candidate;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.notifier.domain.RunState;
import io.soakstream.notifier.domain.Step;
import io.soakstream.notifier.ledger.LedgerBatch;
import io.soakstream.notifier.ledger.LedgerRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a poll's records of one partition lead to, before any of it counts. */
final class DeskBatch {
    private final DeskParts parts;
    private final DeskState state;
    private final Owner owner;
    private final Map<String, Optional<RunState>> changes = new LinkedHashMap<>();
    private final List<LedgerRecord> entries = new ArrayList<>();
    private final List<Pending> fresh = new ArrayList<>();
    private final List<Notice> progress = new ArrayList<>();

    DeskBatch(DeskParts parts, DeskState state, Owner owner) {
        this.parts = parts;
        this.state = state;
        this.owner = owner;
    }

    void add(Received received) {
        Optional<RunState> before = changes.getOrDefault(received.runKey(), state.run(received.runKey()));
        long nowMs = parts.clock().millis();
        received.verdict()
                .ifPresent(verdict -> take(received, before, parts.rules().on(before, verdict, nowMs)));
        received.application()
                .ifPresent(application -> take(received, before, parts.rules().on(before, application, nowMs)));
    }

    private void take(Received received, Optional<RunState> before, Step step) {
        if (!step.next().equals(before)) {
            changes.put(received.runKey(), step.next());
        }
        step.candidates().forEach(candidate -> plan(candidate, received.appendedAtMs()));
        step.progress().ifPresent(progress::add);
    }

    private void plan(Candidate candidate, long appendedAtMs) {
        for (Planned planned : parts.config().routes().plan(candidate)) {
            if (planned.skipped().isPresent()) {
                entries.add(parts.records().skipped(planned, appendedAtMs));
                parts.metrics()
                        .outcome(planned.receiver(), planned.notice().lead().word(), "skipped");
            } else {
                Pending pending =
                        Pending.fresh(planned.receiver(), planned.notice(), planned.silent(), appendedAtMs, owner);
                entries.add(parts.records().intent(pending));
                fresh.add(pending);
            }
        }
    }

    /** What was over long ago is forgotten along the way. */
    LedgerBatch entries(Map<TopicPartition, OffsetAndMetadata> offsets) {
        state.toForget().forEach(key -> changes.putIfAbsent(key, Optional.empty()));
        changes.forEach((key, next) -> {
            if (next.isPresent() || state.run(key).isPresent()) {
                entries.add(parts.records().runState(key, next));
            }
        });
        return new LedgerBatch(entries, List.of(), offsets);
    }

    /** Counts, now that it is written. */
    void apply() {
        state.apply(changes);
        // All of them first: the first that fails may go to the receiver of another.
        fresh.forEach(state::claim);
        fresh.forEach(parts.deliveries()::add);
        progress.forEach(state::progressed);
        progress.stream().map(Notice::runKey).distinct().forEach(this::show);
    }

    private void show(String runKey) {
        parts.config().routes().shown(state.progress(runKey)).forEach((receiver, notice) -> parts.deliveries()
                .show(receiver, notice, owner));
    }
}
