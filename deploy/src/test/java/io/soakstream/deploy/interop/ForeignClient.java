package io.soakstream.deploy.interop;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.SoakEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A client that is not ours, at both ends of the pipeline. */
interface ForeignClient {
    /** What it lacks on this machine; empty: it can run. */
    Optional<String> missing();

    /** Skips a test where the client cannot run, and says so in a line that a build's log can be searched for. */
    default void assumeThere(Class<?> test) {
        missing().ifPresent(missing -> {
            System.out.println("skipped: " + test.getSimpleName() + " with " + this + ", " + missing);
            Assumptions.abort(missing);
        });
    }

    /** Writes the events of a run, in order, and returns when the broker has them. */
    void publish(Line pipeline, String key, List<SoakEvent> events) throws Exception;

    /** The first committed verdicts of a run, which are there, as canonical JSON. */
    List<String> verdicts(Line pipeline, String key, int count) throws Exception;
}
