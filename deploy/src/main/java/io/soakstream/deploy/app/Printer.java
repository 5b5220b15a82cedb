package io.soakstream.deploy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** What a command says: results on standard output, remarks on standard error. */
record Printer(CommandLine command) {

    /**
     * Prints a result.
     *
     * @throws UncheckedIOException it did not get out: a full disk must not look like a result that was delivered
     */
    void print(String text) {
        command.getOut().print(text);
        // The stream below knows of it, the writer does not.
        if (command.getOut().checkError() || System.out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output cannot be written"));
        }
    }

    void tell(String line) {
        command.getErr().println(line);
        command.getErr().flush();
    }
}
