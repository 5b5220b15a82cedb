package io.soakstream.gate.state;

import io.soakstream.schemas.parameter.Overrides;
import java.util.LinkedHashMap;
import java.util.Map;

/** The overrides met last, by their hash: most decisions change none, and parsing them anew costs more than the proof. */
final class RecentOverrides extends LinkedHashMap<String, Overrides> {
    private static final int KEPT = 256;

    RecentOverrides() {
        super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Overrides> eldest) {
        return size() > KEPT;
    }
}
