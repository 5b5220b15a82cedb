package io.soakstream.deploy.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Rows that take turns, so that whatever else the machine does falls on all of them, and are compared by round. */
final class Rounds {
    private final List<Row> rows = new ArrayList<>();

    /** @param reference name of the row whose rate is 1 */
    private record Row(String name, String reference, Supplier<Trial> trial) {}

    void add(String name, String reference, Supplier<Trial> trial) {
        rows.add(new Row(name, reference, trial));
    }

    /** Leaves out the rows with other names. */
    void keep(Predicate<String> names) {
        rows.removeIf(row -> !names.test(row.name));
    }

    void run(int repeats, Observations observations) {
        for (int i = 0; i < repeats; i++) {
            round(observations);
        }
    }

    private void round(Observations observations) {
        Map<String, Measurement> measured = new HashMap<>();
        for (Row row : rows) {
            Measurement measurement = row.trial.get().processing();
            measured.put(row.name, measurement);
            measurement.observe(observations, row.name);
        }
        for (Row row : rows) {
            Optional.ofNullable(measured.get(row.reference))
                    .ifPresent(reference -> observations.add(
                            row.name,
                            "of the pass-through",
                            measured.get(row.name).recordsPerSecond() / reference.recordsPerSecond()));
        }
    }
}
