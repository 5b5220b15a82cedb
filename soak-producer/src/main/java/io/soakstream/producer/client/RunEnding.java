package io.soakstream.producer.client;

/** How a run ends. */
public enum RunEnding {
    /** It did what was planned. */
    COMPLETED,
    /** It was broken off. */
    ABORTED
}
