package io.soakstream.gate.report.release;

import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import java.util.List;

/** Phrases that several documents of a release have. */
final class ReleaseText {
    private ReleaseText() {}

    static String title(String title, ReleaseInput input) {
        return "# " + title + (input.tag().isEmpty() ? "" : ": " + input.tag()) + "\n\n";
    }

    static String status(ReleaseInput input) {
        return "Status: **" + input.verdict().getVerdict() + "** by policy "
                + input.verdict().getPolicy() + " (version " + input.verdict().getPolicyVersion() + ")"
                + (input.forced() ? "; made although the soak did not pass (`--force`)" : "") + "  \n"
                + "Freeze ready: " + (input.verdict().getFreezeReady() ? "yes" : "no") + "  \n";
    }

    static String box(boolean done, String line) {
        return "- [" + (done ? "x" : " ") + "] " + line + "\n";
    }

    static String shell(String... lines) {
        return "```bash\n" + String.join("\n", lines) + "\n```\n";
    }

    static long met(List<KpiResult> results) {
        return results.stream()
                .filter(result -> result.getStatus() == KpiStatus.OK)
                .count();
    }

    /** The command that puts a run on the shipped values. */
    static String restore(String run, String reason) {
        return "soak control rollback '" + run + "' --values " + ReleaseInput.OVERRIDES_FILE
                + " --key FILE --key-id ID --reason '" + reason + "'";
    }
}
