package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.Overrides;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A parameter that an application changed. Values are in the parameter's unit.
 *
 * @param before empty: it was not set
 * @param after empty: it is no longer set
 * @param bound min or max where the value was cut there
 */
public record Change(
        String parameter, Optional<BigDecimal> before, Optional<BigDecimal> after, Optional<String> bound) {

    /** Signed difference; empty unless it was set and still is. */
    public Optional<BigDecimal> delta() {
        return before.flatMap(old -> after.map(now -> now.subtract(old)));
    }

    /** @param bounds parameter to the bound that its move was cut at */
    static List<Change> between(Overrides before, Overrides after, Map<String, String> bounds) {
        TreeSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Change change =
                    new Change(name, before.value(name), after.value(name), Optional.ofNullable(bounds.get(name)));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }
}
