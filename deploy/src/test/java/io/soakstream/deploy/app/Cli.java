package io.soakstream.deploy.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** Runs the soak command in this process and keeps what it prints. */
final class Cli {
    private Cli() {}

    /** What a command ended with and printed. */
    record Ended(int exitCode, String out, String err) {}

    static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Ended run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = SoakCli.commandLine(environment, arguments);
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
