package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import io.soakstream.schemas.contract.IterationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was read of one iteration.
 *
 * @param summary its values; empty if anything was refused
 * @param epochMs the time it states, if that can be used (ms since 1970-01-01 UTC)
 * @param rejections what was refused, every field by its name
 * @param notes what was odd and cost nothing, a sentence each
 */
public record IterationReading(
        Optional<IterationSummary> summary, OptionalLong epochMs, List<Rejection> rejections, List<String> notes) {
    public IterationReading {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    static IterationReading of(Optional<ParsedIteration> parsed, RejectionList rejections) {
        return new IterationReading(
                parsed.map(ParsedIteration::summary),
                parsed.map(ParsedIteration::epochMs).orElse(OptionalLong.empty()),
                rejections.all(),
                rejections.notes());
    }

    IterationReading withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new IterationReading(summary, epochMs, rejections, all);
    }
}
