package io.soakstream.notifier.domain;

/** Why something is told again, or is not. */
enum Dedupe {
    FIRST(true),
    CHANGED(true),
    REPEAT_INTERVAL_ELAPSED(true),
    SAME_FINGERPRINT(false);

    private final boolean tells;

    Dedupe(boolean tells) {
        this.tells = tells;
    }

    boolean tells() {
        return tells;
    }

    /** For the published line, of which only the fingerprint is compared, never the numbers. */
    static Dedupe ofLine(PolicyState state, VerdictFacts verdict, TellingRules rules) {
        if (state.lineFingerprint().isEmpty()) {
            return FIRST;
        }
        if (!state.lineFingerprint().get().equals(verdict.fingerprint())) {
            return CHANGED;
        }
        return elapsed(state.lineToldMs(), verdict, rules);
    }

    /** For a state that has been told and holds on. */
    static Dedupe ofStanding(PolicyState state, VerdictFacts verdict, TellingRules rules) {
        boolean urges = verdict.level().isBad() || verdict.stalled();
        return urges ? elapsed(state.toldMs(), verdict, rules) : SAME_FINGERPRINT;
    }

    private static Dedupe elapsed(long toldMs, VerdictFacts verdict, TellingRules rules) {
        return verdict.eventTimeMs() - toldMs >= rules.repeatIntervalMs() ? REPEAT_INTERVAL_ELAPSED : SAME_FINGERPRINT;
    }
}
