package io.soakstream.deploy.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps a broker's start, a thousand lines at INFO, out of the user's terminal unless the log configuration asks. */
final class QuietLogs {
    private static final List<String> BROKER_LOGGERS = List.of("kafka", "state.change.logger", "org.apache.kafka");

    private QuietLogs() {}

    /** Raises the broker's loggers to WARN where the configuration sets no level; one that was chosen is kept. */
    static void apply() {
        for (String name : BROKER_LOGGERS) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger && logger.getLevel() == null) {
                logger.setLevel(Level.WARN);
            }
        }
    }
}
