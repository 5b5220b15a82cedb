package io.soakstream.tuner.vector;

import java.util.List;
import java.util.stream.Stream;

/**
 * Vectors that our rules answer otherwise, and which rule does so.
 *
 * @param rule the line of tuning-rules.md
 */
public record Superseded(String id, String rule, String reason) {
    private static final String SIGNS = "3, oscillation: two changes of sign, or one of the four states before";
    private static final String WINDOW = "3, velocity (b): ten steps in 3,600 s, this delta included";

    /** One row per vector. */
    public static final List<Superseded> TABLE = List.of(
            new Superseded("osc_1_2.5_1.8_3.2", SIGNS, "up, down, up: two changes of sign, wherever they lead"),
            new Superseded("osc_1_2_1_3", SIGNS, "up, down, up: it need not come back to a value that it had"),
            new Superseded("osc_1221", SIGNS, "it comes back to a state before; resting between does not excuse it"),
            new Superseded("vel_100_150_5", WINDOW, "what was not moved in earlier hours is not saved up"),
            new Superseded("vel_100_105_0", WINDOW, "events of one moment share the hour's ten steps"),
            new Superseded(
                    "vel_100_105_-1", WINDOW, "event time never goes back: an earlier time is raised to the last"),
            new Superseded("vel_0.14_0.2_0.5", WINDOW, "the ten steps are not given out by the minute"));

    static Stream<Vector> oscillations() {
        return vectors("osc_");
    }

    static Stream<Vector> velocities() {
        return vectors("vel_");
    }

    private static Stream<Vector> vectors(String prefix) {
        return TABLE.stream()
                .map(Superseded::id)
                .filter(id -> id.startsWith(prefix))
                .map(Vector::of);
    }
}
