package io.soakstream.deploy.release;

import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** A release of a soak that did not pass. */
public final class NotPassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Verdict> verdicts;

    NotPassedException(List<Verdict> verdicts) {
        super("the soak did not pass ("
                + verdicts.stream()
                        .map(verdict -> verdict.getPolicy() + ": " + verdict.getVerdict())
                        .collect(Collectors.joining(", "))
                + "): no release without --force");
        this.verdicts = List.copyOf(verdicts);
    }

    /** Those that were asked for. */
    public List<Verdict> verdicts() {
        return verdicts;
    }
}
