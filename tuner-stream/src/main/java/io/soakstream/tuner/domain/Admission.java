package io.soakstream.tuner.domain;

import java.util.Optional;

/** Whether an event may change a run: accepted, ignored without a trace but a count, or refused to the dead letters. */
public record Admission(Kind kind, Optional<String> code, Optional<String> detail) {
    /** The three answers. */
    public enum Kind {
        ACCEPTED,
        IGNORED,
        REFUSED
    }

    static Admission accepted() {
        return new Admission(Kind.ACCEPTED, Optional.empty(), Optional.empty());
    }

    static Admission ignored(String code) {
        return new Admission(Kind.IGNORED, Optional.of(code), Optional.empty());
    }

    static Admission refused(String code, String detail) {
        return new Admission(Kind.REFUSED, Optional.of(code), Optional.of(detail));
    }

    public boolean isAccepted() {
        return kind == Kind.ACCEPTED;
    }
}
