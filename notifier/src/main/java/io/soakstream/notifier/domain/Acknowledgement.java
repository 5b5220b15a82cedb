package io.soakstream.notifier.domain;

/** Somebody looks after it: no reminders until something changes. */
public record Acknowledgement(String commandId, String actor, String reason) {}
