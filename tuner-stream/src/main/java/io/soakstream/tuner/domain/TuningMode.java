package io.soakstream.tuner.domain;

/** Whose tuning counts: ours (retune), or the one that a recording tells of (judge mode). */
public enum TuningMode {
    OWN,
    RECORDED
}
