package io.soakstream.gate.report.ci;

import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a gate came to.
 *
 * @param subject what was judged, for people
 * @param strict whether nothing but the best passed
 * @param verdicts the last one of each policy, as the command rules it; empty: nothing could be judged
 * @param problems why nothing could be judged, or what was refused, in words
 * @param notes what a reader must know
 * @param regression what came of holding it against an earlier run; empty: it was held against none, or none that decides
 */
public record GateOutcome(
        String subject,
        boolean strict,
        List<Verdict> verdicts,
        List<String> problems,
        List<String> notes,
        Optional<Regression> regression) {
    public GateOutcome {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * How the run compares with an earlier one.
     *
     * @param open nobody can say whether it is worse
     * @param text in words
     */
    public record Regression(String baseline, boolean worse, boolean open, String text) {}

    /** Stands until there is another: whoever reads it then knows that the gate never came to an end. */
    public static GateOutcome unfinished(String subject, boolean strict) {
        return new GateOutcome(
                subject, strict, List.of(), List.of("the gate did not come to an end"), List.of(), Optional.empty());
    }
}
