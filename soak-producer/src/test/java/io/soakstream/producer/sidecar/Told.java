package io.soakstream.producer.sidecar;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the sidecar tells. */
final class Told implements SidecarNews {
    final List<String> problems = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<Long> versions = new ArrayList<>();

    @Override
    public void running(String runKey, boolean resumed) {}

    @Override
    public void sent(int iteration, String file) {}

    @Override
    public void overridesWritten(long version, String stateHash) {
        versions.add(version);
    }

    @Override
    public void problem(String file, String message) {
        problems.add(file + ": " + message);
    }

    @Override
    public void note(String message) {
        notes.add(message);
    }
}
