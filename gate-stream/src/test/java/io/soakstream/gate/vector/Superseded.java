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
                    "edgegate_missing",
                    "it gives OK where five of seven values are missing: ours fails (shouldFailWhatIsMissing)"),
            new Superseded("rs_sections", "scores in percent of averages: not built, the score is the one of points"),
            new Superseded("rs_total", "scores in percent of averages: not built, the score is the one of points"),
            new Superseded(
                    "stats_-1_-1_-1_-1",
                    "a constant series has no trend, whatever its sign: ours is flat (shouldFindNoTrendInAConstantLoss)"),
            new Superseded("schema_fields", "needs a recorded soak: asserted by SnapshotCommandTest in deploy"),
            new Superseded("gate_delta_1", "needs a recorded soak: asserted by GateReportsTest in deploy"),
            new Superseded(
                    "p95_0",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "p95_1",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "p95_10",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "p95_5",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "p95_20",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "p95_100",
                    "we aggregate no single latencies: a p95 comes from the bot, or from the buckets of its histogram"),
            new Superseded(
                    "ema_0_5", "we compute no moving average: the bot shows it, and what it does not show is unknown"),
            new Superseded(
                    "ema_1_5", "we compute no moving average: the bot shows it, and what it does not show is unknown"),
            new Superseded(
                    "ema_4_1", "we compute no moving average: the bot shows it, and what it does not show is unknown"),
            new Superseded(
                    "ema_5_3", "we compute no moving average: the bot shows it, and what it does not show is unknown"));
}
