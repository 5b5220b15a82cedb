package io.soakstream.deploy.release;

import io.soakstream.gate.report.document.ReportFiles;
import io.soakstream.gate.report.release.CanaryChecklist;
import io.soakstream.gate.report.release.ReleaseChangelog;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.RollbackPlan;
import java.util.List;

/** The names of what a bundle holds. */
public final class BundleFiles {
    /** The run's events, byte for byte. */
    public static final String RECORDING = "recording.avro";
    /** Comes last: where it is, everything else is. */
    public static final String MANIFEST = "manifest.json";

    /** Taken from the report of the soak. */
    static final List<String> REPORTS = List.of(
            ReportFiles.SNAPSHOT,
            "POST_SOAK_AUDIT.md",
            "RECOMMENDATIONS.md",
            "FAILURES.md",
            "DELTA_VERIFY_REPORT.json");

    /** A bundle without one of them is none. */
    static final List<String> REQUIRED = List.of(
            ReportFiles.SNAPSHOT,
            "POST_SOAK_AUDIT.md",
            "RECOMMENDATIONS.md",
            "FAILURES.md",
            "DELTA_VERIFY_REPORT.json",
            ReleaseInput.OVERRIDES_FILE,
            ReleaseChangelog.FILE,
            RollbackPlan.FILE,
            RECORDING);

    /** Written into the bundle afterwards; no part of it. */
    static final String CHECKLIST = CanaryChecklist.FILE;

    private static final String POLICY = "policy.";

    private BundleFiles() {}

    /** The copy of a policy's file; there is one only of policies that do not ship with the program. */
    static String policy(String name) {
        return POLICY + name + ".yaml";
    }

    static boolean isPolicy(String file) {
        return file.startsWith(POLICY);
    }
}
