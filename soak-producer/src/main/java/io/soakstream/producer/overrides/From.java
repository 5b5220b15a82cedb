package io.soakstream.producer.overrides;

/** Where the reading of a run's overrides begins. */
public enum From {
    /** For a run that may have overrides already. */
    BEGINNING,
    /** For a run that is still to start: nothing that is there can be its own. */
    END
}
