package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.http.EventWriter;
import io.soakstream.deploy.http.Stream;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.Kept;
import io.soakstream.deploy.view.RecordKind;
import io.soakstream.deploy.view.RunChanges;
import io.soakstream.deploy.view.RunCursor;
import io.soakstream.deploy.view.RunSummary;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/**
 * A run as it goes on, as server-sent events. Every event's id says how far its reader has come in the run's topics, so any
 * process can go on where another left off.
 */
final class EventsRoute {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    /** What comes in one breath is written in one. */
    private static final int COALESCE_MS = 20;

    private final RunLookup runs;
    private final InstantSource clock;

    EventsRoute(RunLookup runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    Stream.Running open(Context context) {
        RunKey key = runs.key(context);
        runs.rows(key);
        RunCursor from = cursor(context);
        CommittedView view = runs.view();
        boolean brief = Params.flag(context, "brief");
        return out -> new Following(view, key.text(), brief, from, out).run();
    }

    /** Where the reader was; a new one begins with the oldest that is kept. */
    private static RunCursor cursor(Context context) {
        String id = Optional.ofNullable(context.header("Last-Event-ID")).orElse(context.queryParam("last_event_id"));
        return id == null
                ? RunCursor.beginning()
                : RunCursor.parse(id).orElseThrow(() -> Problem.of(400, "Last-Event-ID", "is not of this stream"));
    }

    /** One reader. */
    private final class Following {
        private final CommittedView view;
        private final String key;
        private final boolean brief;
        private final EventWriter out;
        private RunCursor cursor;

        Following(CommittedView view, String key, boolean brief, RunCursor from, EventWriter out) {
            this.view = view;
            this.key = key;
            this.brief = brief;
            this.cursor = from;
            this.out = out;
        }

        void run() throws IOException, InterruptedException {
            long told = System.nanoTime() - HEARTBEAT.toNanos();
            while (true) {
                long seen = view.sequence();
                Optional<RunChanges> changes = view.after(key, cursor);
                if (changes.isEmpty()) {
                    out.event("gone", "", Replying.object().put("run_key", key).toString());
                    return;
                }
                for (Kept<?> record : changes.get().all()) {
                    tell(record);
                }
                if (System.nanoTime() - told >= HEARTBEAT.toNanos()) {
                    out.event("age", "", age(changes.get()).toString());
                    told = System.nanoTime();
                }
                view.await(seen, HEARTBEAT);
                TimeUnit.MILLISECONDS.sleep(COALESCE_MS);
            }
        }

        private void tell(Kept<?> record) throws IOException {
            RecordKind kind = RecordKind.of(record.value());
            cursor = cursor.after(kind, record.partition(), record.offset());
            ObjectNode row = brief ? Replying.object() : Replying.record((SpecificRecord) record.value());
            row.put("partition", record.partition()).put("offset", record.offset());
            out.event(kind.word(), cursor.text(), row.toString());
        }

        private ObjectNode age(RunChanges changes) {
            long now = clock.millis();
            RunSummary run = changes.summary();
            return Replying.object()
                    .put("now_ms", now)
                    .put("state", run.phase().name())
                    .put("last_event_time_ms", run.lastEventTimeMs())
                    .put("last_iteration", run.lastIteration())
                    .put("silent_ms", Math.max(0, now - run.receivedMs()))
                    .put("iteration_age_ms", run.iterationAgeMs(now).orElse(null))
                    .put("obstacle", runs.obstacle().orElse(null));
        }
    }
}
