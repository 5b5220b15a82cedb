package io.soakstream.gate.readiness;

import java.util.Locale;

/** What a readiness score is made of, in the order in which it is shown. */
public enum Section {
    EDGE(30),
    LATENCY(25),
    TAKER(15),
    GUARDS(10),
    CHAOS(10),
    TESTS(10);

    private final int most;

    Section(int most) {
        this.most = most;
    }

    /** Name in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The most that it can add (points). */
    public int most() {
        return most;
    }
}
