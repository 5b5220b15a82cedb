package io.soakstream.producer.sidecar;

import java.io.IOException;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The state and its file: a change has happened when it is on the disk. */
final class Journal {
    private static final int MAX_PROBLEMS = 1_000;

    private final StateFile file;
    private final SidecarNews news;
    private SidecarState state;

    Journal(StateFile file, SidecarState state, SidecarNews news) {
        this.file = file;
        this.state = state;
        this.news = news;
    }

    SidecarState state() {
        return state;
    }

    void update(UnaryOperator<SidecarState> change) throws IOException {
        SidecarState next = change.apply(state);
        if (!next.equals(state)) {
            file.write(next);
            state = next;
        }
    }

    /** A file cannot be taken; the same said again is not told again. */
    void problem(String name, String message) throws IOException {
        if (message.equals(state.problems().get(name))) {
            return;
        }
        news.problem(name, message);
        if (state.problems().size() < MAX_PROBLEMS || state.problems().containsKey(name)) {
            TreeMap<String, String> more = new TreeMap<>(state.problems());
            more.put(name, message);
            update(before -> before.withProblems(more));
        }
    }

    /** The file can be taken now. */
    void solved(String name) throws IOException {
        if (state.problems().containsKey(name)) {
            TreeMap<String, String> fewer = new TreeMap<>(state.problems());
            fewer.remove(name);
            update(before -> before.withProblems(fewer));
        }
    }
}
