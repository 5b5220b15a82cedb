package io.soakstream.deploy.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Logs to standard error, so that standard output belongs to results. In code and not in XML: reading an XML file costs
 * an offline gate a tenth of its time. {@code SOAK_LOG_LEVEL} sets our level (default WARN).
 */
public final class SoakLogging extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{20} %msg %kvp%n%ex{short}";

    /** What says too much, or says ERROR of what is nothing. */
    private static final Map<String, Level> QUIET = Map.of(
            "org.apache.kafka", Level.ERROR,
            "kafka", Level.ERROR,
            "state.change.logger", Level.ERROR,
            // Tells with a stack trace what the command tells in a line: that the port is in use.
            "io.javalin", Level.OFF,
            // The same of a key or trust store that cannot be read.
            "org.apache.kafka.common.security.ssl", Level.OFF,
            "org.apache.kafka.streams.processor.internals", Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("ROOT").addAppender(console);
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
        Level own = Level.toLevel(System.getenv("SOAK_LOG_LEVEL"), Level.WARN);
        context.getLogger("io.soakstream").setLevel(own);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
