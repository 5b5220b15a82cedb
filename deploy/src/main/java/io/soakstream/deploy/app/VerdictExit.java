package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.runtime.ExitCode;

/** The exit code of a verdict. */
final class VerdictExit {
    private VerdictExit() {}

    static int of(VerdictLevel level) {
        return switch (level) {
            case PASS, WARN -> ExitCode.OK;
            case FAIL -> ExitCode.FAIL;
            case INCONCLUSIVE, UNKNOWN -> ExitCode.INCONCLUSIVE;
        };
    }
}
