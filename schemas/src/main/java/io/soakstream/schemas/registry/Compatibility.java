package io.soakstream.schemas.registry;

/** How versions of one subject must relate to each other, in the registry's own words. */
public enum Compatibility {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE
}
