package io.soakstream.producer.recording;

/**
 * What a run is judged with, kept in its recording so that a replay decides alike.
 *
 * @param configuration decision configuration (JSON)
 * @param policies policies (JSON)
 * @param publicKeys public keys that commands are checked with (JSON)
 * @param version version of the program that records
 */
public record RecordingContext(String configuration, String policies, String publicKeys, String version) {}
