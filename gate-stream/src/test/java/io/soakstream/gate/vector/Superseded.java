package io.soakstream.gate.vector;

import java.util.List;

/** Vectors that our rules answer otherwise or cannot be asked, and why. */
record Superseded(String id, String reason) {

    /** One row per vector. */
    static final List<Superseded> TABLE = List.of(
            new Superseded(
                    "freeze_ready_2",
                    "it gives PASS with 5 iterations that pass: our verdict follows from the count, so this cannot be"),
            new Superseded(
                    "freeze_ready_3", "it gives PASS without a freeze: our verdict follows from it, so this cannot be"),
            new Superseded(
                    "snapshot_verdict_in_audit",
                    "asks that two programs agree: there is one verdict, and every report is rendered from it"),
            new Superseded(
                    "stats_-1_-1_-1_-1",
                    "a constant series has no trend, whatever its sign: ours is flat (shouldFindNoTrendInAConstantLoss)"));
}
