package io.soakstream.gate.report.release;

import io.soakstream.gate.report.Markdown;
import java.time.Duration;
import java.util.List;

/**
 * What makes a canary be rolled back without anybody being asked. There is one table of them, in every document.
 *
 * @param metric as people name it
 * @param limit comparator and value with its unit
 * @param lasting how long it must hold without a break
 * @param plan which way back is taken
 */
public record RollbackTrigger(String metric, String limit, Duration lasting, Plan plan) {
    public static final List<RollbackTrigger> ALL = List.of(
            new RollbackTrigger("maker share", "< 0.70", Duration.ofMinutes(5), Plan.QUICK),
            new RollbackTrigger("p95 latency", "> 500 ms", Duration.ofMinutes(3), Plan.QUICK),
            new RollbackTrigger("net edge", "< 0 bps", Duration.ofMinutes(10), Plan.QUICK),
            new RollbackTrigger("risk ratio", "> 0.60", Duration.ofMinutes(2), Plan.FULL),
            new RollbackTrigger("error rate", "> 5 % of requests", Duration.ofMinutes(1), Plan.FULL));

    /** The ways back. */
    public enum Plan {
        /** The values alone: less than 10 minutes. */
        QUICK("quick rollback"),
        /** The program too: 30 minutes. */
        FULL("full rollback");

        private final String words;

        Plan(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The table as Markdown. */
    static String table() {
        StringBuilder out = new StringBuilder(Markdown.head("Metric", "Trigger", "For at least", "Action"));
        ALL.forEach(trigger -> out.append(Markdown.row(
                trigger.metric(),
                trigger.limit(),
                trigger.lasting().toMinutes() + " min",
                trigger.plan().words())));
        return out.toString();
    }
}
