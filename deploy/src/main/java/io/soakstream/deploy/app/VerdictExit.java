package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.runtime.ExitCode;
import java.util.List;
import java.util.stream.Stream;

/** The exit code of a verdict. */
final class VerdictExit {
    private VerdictExit() {}

    /** Of several policies: a FAIL by any, else an INCONCLUSIVE by any, else they pass. */
    static int ofWorst(List<Verdict> verdicts) {
        List<Integer> codes =
                verdicts.stream().map(verdict -> of(verdict.getVerdict())).toList();
        return Stream.of(ExitCode.FAIL, ExitCode.INCONCLUSIVE)
                .filter(codes::contains)
                .findFirst()
                .orElse(ExitCode.OK);
    }

    static int of(VerdictLevel level) {
        return switch (level) {
            case PASS, WARN -> ExitCode.OK;
            case FAIL -> ExitCode.FAIL;
            case INCONCLUSIVE, UNKNOWN -> ExitCode.INCONCLUSIVE;
        };
    }
}
