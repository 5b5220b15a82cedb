package io.soakstream.producer.app;

import io.soakstream.producer.sidecar.SidecarNews;
import java.io.PrintWriter;

/** Tells what the sidecar does, a line each. */
final class SidecarPrinter implements SidecarNews {
    private final PrintWriter out;
    private final PrintWriter err;

    SidecarPrinter(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void running(String runKey, boolean resumed) {
        tell(out, runKey + (resumed ? ": goes on" : ": started"));
    }

    @Override
    public void sent(int iteration, String file) {
        tell(out, "iteration " + iteration + " sent (" + file + ")");
    }

    @Override
    public void overridesWritten(long version, String stateHash) {
        tell(out, "overrides version " + version + " in place (" + stateHash + ")");
    }

    @Override
    public void problem(String file, String message) {
        tell(err, "not taken: " + file + ": " + message);
    }

    @Override
    public void note(String message) {
        tell(err, "note: " + message);
    }

    private static void tell(PrintWriter where, String line) {
        where.println(line);
        where.flush();
    }
}
