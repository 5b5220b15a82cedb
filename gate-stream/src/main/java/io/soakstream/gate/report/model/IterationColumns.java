package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.gate.report.OutcomeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Number, time and outcome of each iteration. */
final class IterationColumns {
    private static final int NO_REASON = -1;

    private IterationColumns() {}

    static ObjectNode of(List<IterationAccount> iterations) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        long first = iterations.isEmpty() ? 0 : iterations.get(0).eventTimeMs();
        ArrayNode numbers = node.putArray("numbers");
        iterations.forEach(iteration -> numbers.add(iteration.iteration()));
        node.put("first_event_time_ms", first);
        ArrayNode offsets = node.putArray("offsets_ms");
        iterations.forEach(iteration -> offsets.add(iteration.eventTimeMs() - first));
        node.put("outcomes", Columns.letters(iterations, IterationColumns::outcome));
        reasons(node, iterations);
        return node;
    }

    /** Each code once, and its place in each iteration's row. */
    private static void reasons(ObjectNode node, List<IterationAccount> iterations) {
        Map<String, Integer> places = new LinkedHashMap<>();
        ArrayNode at = JsonNodeFactory.instance.arrayNode(iterations.size());
        for (IterationAccount iteration : iterations) {
            at.add(iteration
                    .tuning()
                    .reason()
                    .map(code -> places.computeIfAbsent(code, absent -> places.size()))
                    .orElse(NO_REASON));
        }
        ArrayNode reasons = node.putArray("reasons");
        places.keySet().forEach(code -> reasons.addObject().put("code", code).put("text", OutcomeText.sentence(code)));
        node.set("reason_at", at);
    }

    /** A applied, a in part, S skipped, N nothing to apply, M not derivable, ? not known. */
    static char outcome(IterationAccount iteration) {
        TuningAccount tuning = iteration.tuning();
        return switch (tuning.outcome()) {
            case APPLIED -> tuning.dropped().isEmpty() ? 'A' : 'a';
            case SKIPPED -> 'S';
            case NO_OP -> 'N';
            case MISMATCH -> 'M';
            default -> '?';
        };
    }
}
