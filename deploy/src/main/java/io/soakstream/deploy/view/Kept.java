package io.soakstream.deploy.view;

/**
 * A record and where it came from.
 *
 * @param sequence order in which this view read it (count); another at the next start
 * @param receivedMs when the broker took it (ms since 1970-01-01 UTC)
 */
public record Kept<T>(T value, int partition, long offset, long sequence, long receivedMs) {}
