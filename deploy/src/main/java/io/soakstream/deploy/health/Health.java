package io.soakstream.deploy.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parts of a process. Alive is a part that has not come to its end, whatever holds it up; ready is one that does its
 * work now. For several threads.
 */
public final class Health {
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private boolean stopping;

    /** What is wrong with a part; empty: nothing is. */
    private record Part(Supplier<Optional<String>> death, Supplier<Optional<String>> obstacle) {}

    /**
     * How a part is.
     *
     * @param wrong what is wrong with it; empty: nothing is
     */
    public record PartHealth(String part, Optional<String> wrong) {}

    /** A part that is to come: until {@link #add} it is alive, and not ready. */
    public synchronized void expect(String name) {
        parts.putIfAbsent(name, new Part(Optional::empty, () -> Optional.of(name + " has not started")));
    }

    /**
     * A part that is there.
     *
     * @param death why it will never work again; empty: it may
     * @param obstacle why it does not work now; empty: it does
     */
    public synchronized void add(String name, Supplier<Optional<String>> death, Supplier<Optional<String>> obstacle) {
        parts.put(name, new Part(death, obstacle));
    }

    /** From now on the process is not ready: it closes. */
    public synchronized void stopping() {
        stopping = true;
    }

    /** Whether each part is alive. */
    public List<PartHealth> alive() {
        return ask(false);
    }

    /** Whether each part does its work. Asking may wait for a broker that does not answer. */
    public List<PartHealth> ready() {
        List<PartHealth> answers = ask(true);
        synchronized (this) {
            if (stopping) {
                answers.add(0, new PartHealth("process", Optional.of("the process is stopping")));
            }
        }
        return answers;
    }

    private List<PartHealth> ask(boolean readiness) {
        Map<String, Part> asked;
        synchronized (this) {
            asked = new LinkedHashMap<>(parts);
        }
        List<PartHealth> answers = new ArrayList<>();
        asked.forEach((name, part) -> {
            Optional<String> wrong = part.death().get();
            answers.add(new PartHealth(
                    name,
                    wrong.isPresent() || !readiness ? wrong : part.obstacle().get()));
        });
        return answers;
    }
}
