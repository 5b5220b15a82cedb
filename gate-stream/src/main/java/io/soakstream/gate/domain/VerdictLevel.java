package io.soakstream.gate.domain;

/** The judgement. INCONCLUSIVE: too little or no data; never a pass. */
public enum VerdictLevel {
    PASS,
    WARN,
    FAIL,
    INCONCLUSIVE
}
