package io.soakstream.deploy.rollback;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What must be seen on the bot's metrics page after a rollback.
 *
 * @param pause before the first look
 */
public record VerificationPlan(Duration pause, List<Check> checks) {
    public VerificationPlan {
        checks = List.copyOf(checks);
    }

    /** One metric that must have a value before the time is over. */
    public record Check(String metric, Map<String, String> labels, double expected, Duration within) {
        public Check {
            labels = Map.copyOf(labels);
        }
    }
}
