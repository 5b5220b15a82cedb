package io.soakstream.gate.report.ci;

import io.soakstream.schemas.contract.Verdict;
import java.util.List;

/**
 * What a gate came to.
 *
 * @param subject what was judged, for people
 * @param strict whether nothing but the best passed
 * @param verdicts the last one of each policy, as the command rules it; empty: nothing could be judged
 * @param problems why nothing could be judged, or what was refused, in words
 * @param notes what a reader must know
 */
public record GateOutcome(
        String subject, boolean strict, List<Verdict> verdicts, List<String> problems, List<String> notes) {
    public GateOutcome {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Stands until there is another: whoever reads it then knows that the gate never came to an end. */
    public static GateOutcome unfinished(String subject, boolean strict) {
        return new GateOutcome(subject, strict, List.of(), List.of("the gate did not come to an end"), List.of());
    }
}
