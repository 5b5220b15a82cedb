package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies beside an edge report. None of it is needed: a file that cannot be used is noted, and what it would have told
 * stays unknown.
 *
 * @param audit decisions of the iteration from {@code audit.jsonl}
 * @param weeklyMakerShare maker share of the week (ratio, 0..1) from {@code WEEKLY_ROLLUP.json}; empty: unknown
 * @param notes what the files say that the event has no field for, and what was odd in them
 */
record EdgeCompanions(AuditCounts audit, Optional<Double> weeklyMakerShare, List<String> notes) {
    private static final String AUDIT = "audit.jsonl";
    private static final List<String> ROLLUPS = List.of("WEEKLY_ROLLUP.json", "weekly/WEEKLY_ROLLUP.json");

    EdgeCompanions {
        notes = List.copyOf(notes);
    }

    static EdgeCompanions none() {
        return new EdgeCompanions(AuditCounts.none(), Optional.empty(), List.of());
    }

    /** What lies beside {@code EDGE_REPORT.json}, whose iteration all of it is about. */
    static EdgeCompanions ofOneReport(Path directory) {
        List<String> notes = new ArrayList<>();
        AuditCounts audit = audit(directory.resolve(AUDIT), notes);
        Optional<Double> weekly = weekly(directory, notes);
        EdgeOpinions.read(directory, notes);
        return new EdgeCompanions(audit, weekly, notes);
    }

    /** What lies beside numbered reports: an audit log does not say which of the iterations it is about. */
    static EdgeCompanions ofManyReports(Path directory) {
        List<String> notes = new ArrayList<>();
        if (Files.exists(directory.resolve(AUDIT))) {
            notes.add(AUDIT + ": is not used: it does not say which of the numbered reports it belongs to");
        }
        return new EdgeCompanions(AuditCounts.none(), weekly(directory, notes), notes);
    }

    private static AuditCounts audit(Path file, List<String> notes) {
        if (!Files.exists(file)) {
            return AuditCounts.none();
        }
        RejectionList ofFile = new RejectionList(AUDIT);
        AuditCounts counts = AuditLog.read(file, ofFile);
        notes.addAll(ofFile.notes());
        return counts;
    }

    private static Optional<Double> weekly(Path directory, List<String> notes) {
        for (String name : ROLLUPS) {
            if (Files.exists(directory.resolve(name))) {
                RejectionList ofFile = new RejectionList(name);
                Optional<Double> share = new IterationJson()
                        .read(directory.resolve(name), ofFile)
                        .map(root -> makerShare(root, ofFile));
                ofFile.all().forEach(odd -> notes.add(odd.toString()));
                return share;
            }
        }
        return Optional.empty();
    }

    /** Decimal, so that a taker share of 12.3 percent is a maker share of 0.877 exactly. */
    private static Double makerShare(JsonNode root, RejectionList rejections) {
        Double taker =
                new FieldReader(root, "", rejections).object("taker_share_pct").ratio("median", RiskUnit.PERCENT);
        return taker == null
                ? null
                : BigDecimal.ONE.subtract(BigDecimal.valueOf(taker)).doubleValue();
    }
}
