package io.soakstream.deploy.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a connection of the flags of a command, as the command does. */
final class Connections {
    private Connections() {}

    static Connection of(List<String> flags) {
        Connection connection = new Connection();
        CommandSpec command = CommandSpec.create();
        connection.addTo(command);
        new CommandLine(command).parseArgs(flags.toArray(String[]::new));
        return connection;
    }
}
