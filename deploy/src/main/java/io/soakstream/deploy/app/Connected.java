package io.soakstream.deploy.app;

import io.soakstream.schemas.runtime.KafkaAccess;
import java.util.function.Function;
import picocli.CommandLine;

/** Gives a command of another module the flags of a connection. */
final class Connected {
    private Connected() {}

    static CommandLine command(Function<KafkaAccess, Object> command) {
        Connection connection = new Connection();
        CommandLine line = new CommandLine(command.apply(connection));
        connection.addTo(line.getCommandSpec());
        return line;
    }
}
