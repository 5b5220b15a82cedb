package io.soakstream.producer.sidecar;

import io.soakstream.producer.domain.RunKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param key the run
 * @param sent how many iterations were sent (count)
 * @param problems what could not be taken: name of the file to what is wrong
 * @param isEarlier whether it had come of it before, and nothing was done now
 */
public record SidecarEnd(RunKey key, int sent, Map<String, String> problems, boolean isEarlier) {
    public SidecarEnd {
        problems = new TreeMap<>(problems);
    }
}
