package io.soakstream.gate.readiness;

/**
 * When a document was made, and by which version of what is judged.
 *
 * @param utc ISO-8601 in UTC
 */
public record Stamp(String utc, String version) {}
