package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.IterationSummary;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the shape of {@code ITER_SUMMARY_<n>.json}: the values in a {@code summary} or flat. */
final class IterationParser implements IterationShape {
    private final RiskUnit riskUnit;
    private final StartValueRule names;

    /**
     * @param riskUnit declared unit of risk and block ratios
     * @param names flat names of parameters
     */
    IterationParser(RiskUnit riskUnit, StartValueRule names) {
        this.riskUnit = riskUnit;
        this.names = names;
    }

    @Override
    public Optional<ParsedIteration> parse(JsonNode root, OptionalInt declared, RejectionList rejections) {
        FieldReader top = new FieldReader(root, "", rejections);
        FieldReader kpis = top.has("summary") ? top.object("summary") : top;
        IterationSummary summary = new IterationSummary();
        summary.setIteration(IterationNumber.of(top, declared));
        new SummaryFields(riskUnit, names).fill(kpis, summary);
        summary.setBlockReasons(BlockFields.read(kpis, riskUnit));
        FillFields.fill(kpis, null, summary);
        summary.setRecordedTuning(RecordedTuningFields.read(top.object("tuning"), names));
        OptionalLong time = IterationInstant.first(
                kpis.node("runtime_utc"), kpis.node("timestamp"), top.node("runtime_utc"), top.node("timestamp"));
        return rejections.isEmpty()
                ? Optional.of(new ParsedIteration(rejections.where(), summary, time))
                : Optional.empty();
    }
}
