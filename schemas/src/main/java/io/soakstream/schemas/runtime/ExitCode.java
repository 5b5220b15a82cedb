package io.soakstream.schemas.runtime;

/** What every command ends with. */
public final class ExitCode {
    /** PASS or WARN, or the work is done. */
    public static final int OK = 0;
    /** FAIL, or part of the input was refused. */
    public static final int FAIL = 1;
    /** INCONCLUSIVE, or no data. */
    public static final int INCONCLUSIVE = 2;
    /** The command line or a file named in it is wrong. */
    public static final int USAGE = 64;
    /** Broker or registry cannot be reached. */
    public static final int UNAVAILABLE = 69;
    /** An error of the program. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
