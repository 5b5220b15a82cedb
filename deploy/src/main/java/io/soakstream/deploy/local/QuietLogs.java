package io.soakstream.deploy.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps a broker's start, a thousand lines at INFO, out of the user's terminal unless the log configuration asks. */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.WARN,
            "state.change.logger", Level.WARN,
            "org.apache.kafka", Level.WARN,
            // Warns once per retry of a first transaction, while the topic it wants is being created.
            "kafka.server.DefaultAutoTopicCreationManager", Level.ERROR,
            // Warns at every healthy start that it becomes the controller, and at every healthy stop that it closes a
            // connection twice.
            "org.apache.kafka.controller.QuorumController", Level.ERROR,
            "org.apache.kafka.clients.NetworkClient", Level.ERROR);

    private QuietLogs() {}

    /** Raises the broker's loggers where the configuration sets no level; one that was chosen is kept. */
    static void apply() {
        LEVELS.forEach((name, level) -> {
            if (LoggerFactory.getLogger(name) instanceof Logger logger && logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
