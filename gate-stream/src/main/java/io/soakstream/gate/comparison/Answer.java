package io.soakstream.gate.comparison;

import java.util.Locale;

/** What a comparison says of one KPI. */
public enum Answer {
    /** It differs in the good direction, and not by chance. */
    BETTER,
    /** It differs in the bad direction, and not by chance. */
    WORSE,
    /** There is no difference that counts, and one would have been seen. */
    SAME,
    /** A difference that counts may be there: there is too little to see it. */
    INSUFFICIENT_EVIDENCE,
    /** One side has no value at all. */
    NODATA;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
