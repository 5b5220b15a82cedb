package io.soakstream.deploy.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints to: results on standard output, everything beside them on standard error. */
final class Terminal {
    private final CommandSpec spec;

    Terminal(CommandSpec spec) {
        this.spec = spec;
    }

    /** A line beside the result. */
    void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** @throws UncheckedIOException standard output does not take it: a full disk must not look like a result */
    void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        if (out.checkError() || System.out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output cannot be written"));
        }
    }
}
