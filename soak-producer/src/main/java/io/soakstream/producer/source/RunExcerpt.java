package io.soakstream.producer.source;

import io.soakstream.producer.domain.IterationRange;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the iterations of a run, as a run of its own: it has a start and an end, and declares no total, because its last
 * iteration is not the one that was declared. Without its beginning a bot's echoes are left out: they are of values that
 * the earlier iterations led to.
 */
final class RunExcerpt {
    private final IterationRange range;
    private final List<SoakEvent> kept = new ArrayList<>();
    private boolean begun;
    private boolean over;
    private boolean beheaded;

    private RunExcerpt(IterationRange range) {
        this.range = range;
    }

    /**
     * The events of an excerpt.
     *
     * @param events kept, in their order
     * @param beheaded iterations before the first kept one are left out
     */
    record Cut(List<SoakEvent> events, boolean beheaded) {}

    /** @param events all events of one run */
    static Cut of(List<SoakEvent> events, IterationRange range) {
        RunExcerpt excerpt = new RunExcerpt(range);
        events.forEach(excerpt::take);
        excerpt.finish();
        return new Cut(List.copyOf(excerpt.kept), excerpt.beheaded);
    }

    private void take(SoakEvent event) {
        IterationSummary iteration = event.getIterationSummary();
        if (iteration != null) {
            beheaded |= range.isBefore(iteration.getIteration());
            over |= range.isAfter(iteration.getIteration());
            begun |= !range.isBefore(iteration.getIteration());
        }
        if (event.getRunStarted() != null) {
            kept.add(undeclared(event));
        } else if (!over && (begun || range.from().isEmpty())) {
            kept.add(beheaded ? silenced(event) : event);
        }
    }

    private void finish() {
        if (over && !kept.isEmpty()) {
            SoakEvent last = kept.get(kept.size() - 1);
            kept.add(bare(last)
                    .setRunEnded(RunEnded.newBuilder()
                            .setEnd(RunEnd.COMPLETED)
                            .setNote(
                                    "replayed as far as iteration " + range.to().getAsInt())
                            .build())
                    .build());
        }
    }

    private static SoakEvent undeclared(SoakEvent event) {
        return SoakEvent.newBuilder(event)
                .setRunStarted(RunStarted.newBuilder(event.getRunStarted())
                        .setTotalIterations(null)
                        .build())
                .build();
    }

    private static SoakEvent silenced(SoakEvent event) {
        if (event.getRunEnded() != null) {
            return SoakEvent.newBuilder(event)
                    .setRunEnded(RunEnded.newBuilder(event.getRunEnded())
                            .setOverridesHash(null)
                            .build())
                    .build();
        }
        if (event.getIterationSummary() == null) {
            return event;
        }
        return SoakEvent.newBuilder(event)
                .setIterationSummary(IterationSummary.newBuilder(event.getIterationSummary())
                        .setEffectiveOverrides(List.of())
                        .setOverridesHash(null)
                        .setMixed(false)
                        .build())
                .build();
    }

    private static SoakEvent.Builder bare(SoakEvent event) {
        return SoakEvent.newBuilder()
                .setBot(event.getBot())
                .setRun(event.getRun())
                .setOrigin(event.getOrigin())
                .setEventTimeMs(event.getEventTimeMs());
    }
}
