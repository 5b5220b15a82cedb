package io.soakstream.gate.account;

import java.util.List;

/** Where an iteration stands in the plan that a run begins with. */
public enum RunPhase {
    WARMUP,
    RAMPDOWN,
    STEADY;

    /**
     * The first step of a plan of several ends the first iteration of the ramp-down, which still has the values of the
     * warm-up; the last step ends the ramp-down.
     *
     * @param steps numbers of the iterations after which planned values came into force, ascending; empty: no plan
     */
    static RunPhase of(int iteration, List<Integer> steps) {
        if (steps.isEmpty() || iteration > steps.get(steps.size() - 1)) {
            return STEADY;
        }
        boolean warm = steps.size() > 1 ? iteration < steps.get(0) : iteration <= steps.get(0);
        return warm ? WARMUP : RAMPDOWN;
    }
}
