package io.soakstream.deploy.app;

import io.soakstream.producer.sidecar.SidecarNews;
import java.util.function.Consumer;

/** Tells only what is wrong: the run's own progress tells the rest. */
record NotedSidecar(Consumer<String> notes) implements SidecarNews {
    @Override
    public void running(String runKey, boolean resumed) {
        if (resumed) {
            notes.accept(runKey + " goes on where it was");
        }
    }

    @Override
    public void sent(int iteration, String file) {
        // Its verdict tells.
    }

    @Override
    public void overridesWritten(long version, String stateHash) {
        // The next iteration tells.
    }

    @Override
    public void problem(String file, String message) {
        notes.accept("not taken: " + file + ": " + message);
    }

    @Override
    public void note(String message) {
        notes.accept("note: " + message);
    }
}
