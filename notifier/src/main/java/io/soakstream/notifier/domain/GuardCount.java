package io.soakstream.notifier.domain;

/**
 * How often a guard held in the window.
 *
 * @param iterations of the window in which it held (count)
 */
public record GuardCount(String guard, int iterations) {}
