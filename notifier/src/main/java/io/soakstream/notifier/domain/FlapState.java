package io.soakstream.notifier.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a verdict goes to and fro, after one more look at it.
 *
 * @param changes times of the changes of level within the window, ascending (event time, ms)
 */
record FlapState(List<Long> changes, boolean flapping) {

    /**
     * Begins with as many changes as the rules name within their window, and ends when there are at most half as many:
     * one more change on the edge does not turn it on and off.
     */
    static FlapState after(PolicyState before, boolean changed, long eventTimeMs, TellingRules rules) {
        List<Long> recent = new ArrayList<>(before.changes().stream()
                .filter(time -> time > eventTimeMs - rules.flapWindowMs())
                .toList());
        if (changed) {
            recent.add(eventTimeMs);
        }
        int most = rules.flapChanges();
        List<Long> kept = recent.subList(Math.max(0, recent.size() - most), recent.size());
        boolean flapping = before.flapping() ? kept.size() > most / 2 : kept.size() >= most;
        return new FlapState(List.copyOf(kept), flapping);
    }
}
