package io.soakstream.gate.domain;

import io.soakstream.gate.domain.proof.Standing;
import java.util.ArrayList;
import java.util.List;

/** What makes a judgement inconclusive whatever its results are: the way to them is not sound. */
public final class Doubts {
    private Doubts() {}

    /** Empty: proven, and nothing was missed before. */
    public static List<Reason> of(Standing standing) {
        List<Reason> doubts = new ArrayList<>();
        standing.mismatch().ifPresent(detail -> doubts.add(Reason.of(Reason.PROJECTION_MISMATCH)));
        standing.missing().ifPresent(number -> doubts.add(Reason.of(Reason.MISSING_DECISION, number)));
        return List.copyOf(doubts);
    }
}
