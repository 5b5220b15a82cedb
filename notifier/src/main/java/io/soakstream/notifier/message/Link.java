package io.soakstream.notifier.message;

/** Where to look further. */
public record Link(String label, String url) {}
