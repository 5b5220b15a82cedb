package io.soakstream.producer.sink;

/**
 * An earlier event of the run was not delivered, and nothing may overtake it unseen: whoever sends has to say first
 * whether what was lost is sent again or given up.
 */
public final class LaneHaltedException extends RuntimeException {
    public LaneHaltedException(String message) {
        super(message);
    }
}
