package io.soakstream.deploy.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read of a run: the last offset of each topic, -1 where nothing was read. The topics are the same
 * for every process and after every start, so anybody can go on from here.
 */
public record RunCursor(long decisions, long applications, long overrides, long verdicts) {
    private static final Pattern TEXT =
            Pattern.compile("d(-1|[0-9]{1,18})\\.a(-1|[0-9]{1,18})\\.o(-1|[0-9]{1,18})" + "\\.v(-1|[0-9]{1,18})");

    public static RunCursor beginning() {
        return new RunCursor(-1, -1, -1, -1);
    }

    /** Reads {@link #text} back; empty: it is none. */
    public static Optional<RunCursor> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new RunCursor(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4))))
                : Optional.empty();
    }

    public String text() {
        return "d" + decisions + ".a" + applications + ".o" + overrides + ".v" + verdicts;
    }

    /** One record further. */
    public RunCursor after(RecordKind kind, long offset) {
        return switch (kind) {
            case DECISION -> new RunCursor(offset, applications, overrides, verdicts);
            case APPLICATION -> new RunCursor(decisions, offset, overrides, verdicts);
            case OVERRIDES -> new RunCursor(decisions, applications, offset, verdicts);
            case VERDICT -> new RunCursor(decisions, applications, overrides, offset);
            case NOTIFICATION -> this;
        };
    }
}
