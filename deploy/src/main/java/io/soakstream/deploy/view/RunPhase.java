package io.soakstream.deploy.view;

/** How a run is. */
public enum RunPhase {
    RUNNING,
    /** Iterations have stayed away, and a tick has said so. */
    STALLED,
    COMPLETED,
    ABORTED,
    EXPIRED,
    /** It has ended in a way that this version does not know. */
    ENDED;

    /** Whether nothing more comes. */
    public boolean isOver() {
        return this != RUNNING && this != STALLED;
    }
}
