package io.soakstream.tuner.domain;

/** How a run takes place. */
public enum RunMode {
    LIVE,
    SIMULATED,
    SHADOW,
    RECORDED
}
