package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;

/** Tells the shape of an iteration by fields that only one of the shapes has: one case for each. */
final class ShapeRecogniser {
    private final IterationShape summary;
    private final IterationShape liveRun;
    private final IterationShape edgeReport;

    /**
     * @param riskUnit declared unit of risk and block ratios
     * @param names flat names of parameters
     */
    ShapeRecogniser(RiskUnit riskUnit, StartValueRule names) {
        this.summary = new IterationParser(riskUnit, names);
        this.liveRun = new LiveRunParser(riskUnit, names);
        this.edgeReport = new EdgeReportParser(riskUnit, names, EdgeCompanions.none());
    }

    IterationShape of(JsonNode root) {
        if (root.has("total") || root.has("totals")) {
            return edgeReport;
        }
        boolean live = root.has("duration_seconds") || root.has("exchange") || root.has("symbols");
        return live ? liveRun : summary;
    }
}
