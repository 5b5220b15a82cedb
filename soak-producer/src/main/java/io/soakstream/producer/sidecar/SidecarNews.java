package io.soakstream.producer.sidecar;

/** Is told what the sidecar does. */
public interface SidecarNews {
    /** The run has started, or goes on after a stop. */
    void running(String runKey, boolean resumed);

    /** An iteration is acknowledged. */
    void sent(int iteration, String file);

    /** The bot's file has other values now. */
    void overridesWritten(long version, String stateHash);

    /** A file could not be taken; told once for each content. */
    void problem(String file, String message);

    /** Something odd that cost nothing. */
    void note(String message);
}
