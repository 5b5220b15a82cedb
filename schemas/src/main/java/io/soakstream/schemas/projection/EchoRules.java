package io.soakstream.schemas.projection;

/**
 * What a run's echoes mean.
 *
 * @param ignored they say nothing about our decisions: a recording of another tuner, a shadow of a live bot
 * @param otherConfiguration the run was decided by another configuration before, so its echoes may differ from ours
 * @param confirmWithin further iterations in which an echo must confirm (count), at least 1
 */
public record EchoRules(boolean ignored, boolean otherConfiguration, int confirmWithin) {
    public EchoRules {
        if (confirmWithin < 1) {
            throw new IllegalArgumentException("confirm_within_iterations: " + confirmWithin + " is below 1");
        }
    }

    Confirmation.State lost(Confirmation.State state) {
        return otherConfiguration ? Confirmation.State.OFF_POLICY : state;
    }
}
