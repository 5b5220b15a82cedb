package io.soakstream.schemas.topic;

/**
 * Something that is wrong with a cluster before a stream starts on it.
 *
 * @param severity whether it may start all the same
 * @param concernsPartitions whether a topic has other partitions than the catalogue says, so that nothing can be asked
 *     about them
 * @param message what is wrong, where, and what mends it, in one line
 */
public record PreflightFinding(Severity severity, boolean concernsPartitions, String message) {
    /** What a finding means for the start. */
    public enum Severity {
        /** Results could be lost, doubled or wrong. */
        REFUSE,
        /** Worth knowing. */
        WARN
    }

    static PreflightFinding refuse(String message) {
        return new PreflightFinding(Severity.REFUSE, false, message);
    }

    static PreflightFinding partitions(String message) {
        return new PreflightFinding(Severity.REFUSE, true, message);
    }

    static PreflightFinding warn(String message) {
        return new PreflightFinding(Severity.WARN, false, message);
    }
}
