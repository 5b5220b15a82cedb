package io.soakstream.schemas.serde;

/** A decoded value together with the bytes it came from. */
public record Received<T>(T value, byte[] bytes) {}
