package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.IterationSummary;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads one iteration object. An iteration with a field that is refused is refused as a whole: half of it would be judged
 * as if the other half had never been measured.
 */
final class IterationParser {
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

    /**
     * @param root the object, with a {@code summary} or flat
     * @param numberInName iteration that the file's name states
     * @param rejections takes what is refused
     * @return the iteration; empty if anything in it was refused
     */
    Optional<ParsedIteration> parse(JsonNode root, OptionalInt numberInName, RejectionList rejections) {
        FieldReader top = new FieldReader(root, "", rejections);
        FieldReader kpis = top.has("summary") ? top.object("summary") : top;
        IterationSummary summary = new IterationSummary();
        summary.setIteration(iteration(top, numberInName));
        new SummaryFields(riskUnit, names).fill(kpis, summary);
        summary.setRecordedTuning(RecordedTuningFields.read(top.object("tuning"), names));
        OptionalLong time = IterationInstant.of(kpis, top);
        return rejections.isEmpty()
                ? Optional.of(new ParsedIteration(rejections.where(), summary, time))
                : Optional.empty();
    }

    private static int iteration(FieldReader top, OptionalInt numberInName) {
        if (!top.has("iteration")) {
            return numberInName.orElseGet(() -> refuse(top, "is missing"));
        }
        Double number = top.number("iteration");
        if (number == null) {
            return 0;
        }
        if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
            return refuse(top, top.node("iteration") + " is not a whole number from 1 on");
        }
        if (numberInName.isPresent() && numberInName.getAsInt() != number.intValue()) {
            return refuse(top, number.intValue() + " is not the " + numberInName.getAsInt() + " of the file's name");
        }
        return number.intValue();
    }

    private static int refuse(FieldReader top, String message) {
        top.refuse("iteration", message);
        return 0;
    }
}
