package io.soakstream.producer.source;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Reads single iterations, in the shapes that bots write: iteration summaries and edge reports. */
public final class IterationReader {
    private final IterationJson json = new IterationJson();
    private final RiskUnit riskUnit;
    private final StartValueRule names;

    /**
     * @param riskUnit declared unit of risk and block ratios
     * @param names flat names of parameters
     */
    public IterationReader(RiskUnit riskUnit, StartValueRule names) {
        this.riskUnit = riskUnit;
        this.names = names;
    }

    /**
     * Reads what {@code ITER_SUMMARY_<n>.json} holds.
     *
     * @param bytes one JSON object
     * @param where what rejections and notes call it
     * @param declared number of the iteration, if the object need not say it
     */
    public IterationReading summary(byte[] bytes, String where, OptionalInt declared) {
        return read(new IterationParser(riskUnit, names), bytes, where, declared);
    }

    /** As {@link #summary}, of what {@code EDGE_REPORT.json} holds; nothing lies beside it. */
    public IterationReading edgeReport(byte[] bytes, String where, OptionalInt declared) {
        return read(new EdgeReportParser(riskUnit, names, EdgeCompanions.none()), bytes, where, declared);
    }

    /**
     * As {@link #edgeReport}, with what lies beside it: {@code audit.jsonl}, {@code KPI_GATE.json},
     * {@code EDGE_SENTINEL.json} and {@code WEEKLY_ROLLUP.json}, all about the same iteration.
     */
    public IterationReading edgeReport(byte[] bytes, String where, OptionalInt declared, Path directory) {
        EdgeCompanions beside = EdgeCompanions.ofOneReport(directory);
        IterationReading reading = read(new EdgeReportParser(riskUnit, names, beside), bytes, where, declared);
        return reading.withNotes(beside.notes());
    }

    private IterationReading read(IterationShape shape, byte[] bytes, String where, OptionalInt declared) {
        RejectionList rejections = new RejectionList(where);
        return IterationReading.of(
                json.read(bytes, rejections).flatMap(root -> shape.parse(root, declared, rejections)), rejections);
    }
}
