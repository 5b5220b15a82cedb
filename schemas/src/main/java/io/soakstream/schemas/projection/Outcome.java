package io.soakstream.schemas.projection;

/** What becomes of a proposal. */
public enum Outcome {
    NO_OP,
    SKIPPED,
    APPLIED
}
