package io.soakstream.notifier.fake;

/** What a platform does instead of its work. */
public enum Fault {
    NONE,
    /** Works, but takes its time. */
    SLOW,
    /** 503. */
    DOWN,
    /** 500. */
    ERROR,
    /** 429 and a time to wait. */
    THROTTLED,
    /** 200, and an answer that is none. */
    GARBAGE,
    /** Takes the message, and closes the connection without an answer. */
    TAKE_AND_DROP
}
