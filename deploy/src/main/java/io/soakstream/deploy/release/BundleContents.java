package io.soakstream.deploy.release;

import io.soakstream.gate.report.document.ReportFiles;
import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.gate.report.release.ReleaseChangelog;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.RollbackPlan;
import io.soakstream.gate.report.release.ShippedOverrides;
import io.soakstream.schemas.contract.VerdictLevel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a bundle says of its soak: the same report, tag and values give the same texts. */
final class BundleContents {
    private static final Set<VerdictLevel> PASSING = Set.of(VerdictLevel.PASS, VerdictLevel.WARN);

    private BundleContents() {}

    /** Whether every policy that was asked for lets the release pass. */
    static boolean passes(ReportInput report) {
        return report.asked().stream().allMatch(verdict -> PASSING.contains(verdict.getVerdict()));
    }

    static ReleaseInput release(ReportInput report, String tag, ShippedOverrides overrides) {
        return new ReleaseInput(report, tag, overrides, !passes(report));
    }

    /** Name to text, in the published order. */
    static Map<String, byte[]> of(ReleaseInput release) {
        Map<String, String> report = ReportFiles.of(release.report());
        Map<String, byte[]> files = new LinkedHashMap<>();
        BundleFiles.REPORTS.forEach(name -> files.put(name, bytes(report.get(name))));
        files.put(ReleaseInput.OVERRIDES_FILE, bytes(release.overrides().document()));
        files.put(ReleaseChangelog.FILE, bytes(ReleaseChangelog.of(release)));
        files.put(RollbackPlan.FILE, bytes(RollbackPlan.of(release)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
