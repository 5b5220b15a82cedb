package io.soakstream.producer.source;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Reads single iterations, in the shapes that bots write: iteration summaries and edge reports. */
public final class IterationReader {
    /** Largest object that is read (bytes); of a larger one no more than the first byte beyond is needed. */
    public static final int MAX_BYTES = IterationJson.MAX_BYTES;

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

    /**
     * Reads what {@code EDGE_REPORT.json} holds; nothing lies beside it.
     *
     * @param number of the iteration, where the report states none in {@code iteration}
     */
    public IterationReading edgeReport(byte[] bytes, String where, OptionalInt number) {
        return edgeReport(bytes, where, number, EdgeCompanions.none());
    }

    /**
     * As {@link #edgeReport}, with what lies beside it: {@code audit.jsonl}, {@code KPI_GATE.json},
     * {@code EDGE_SENTINEL.json} and {@code WEEKLY_ROLLUP.json}, all about the same iteration.
     */
    public IterationReading edgeReport(byte[] bytes, String where, OptionalInt number, Path directory) {
        EdgeCompanions beside = EdgeCompanions.ofOneReport(directory);
        return edgeReport(bytes, where, number, beside).withNotes(beside.notes());
    }

    private IterationReading edgeReport(byte[] bytes, String where, OptionalInt number, EdgeCompanions beside) {
        IterationShape shape = new EdgeReportParser(riskUnit, names, beside);
        return read(
                (root, otherwise, rejections) ->
                        shape.parse(root, root.hasNonNull("iteration") ? OptionalInt.empty() : otherwise, rejections),
                bytes,
                where,
                number);
    }

    private IterationReading read(IterationShape shape, byte[] bytes, String where, OptionalInt declared) {
        RejectionList rejections = new RejectionList(where);
        return IterationReading.of(
                json.read(bytes, rejections).flatMap(root -> shape.parse(root, declared, rejections)), rejections);
    }
}
