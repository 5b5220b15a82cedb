package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.ChangedValue;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.ProposedMove;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.gate.domain.Anomaly;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.GuardState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What only some iterations have, by number: an iteration without any of it is not there, and what one does not have is
 * left out, which keeps the model of a long run small.
 */
final class IterationDetails {
    private final Map<ObjectNode, Integer> guardStates = new LinkedHashMap<>();

    private IterationDetails() {}

    /** Puts the details into the model, and beside them each state that a guard was in, once. */
    static void put(ObjectNode root, List<IterationAccount> iterations) {
        IterationDetails details = new IterationDetails();
        ObjectNode node = root.putObject("details");
        for (IterationAccount iteration : iterations) {
            ObjectNode detail = details.detail(iteration);
            if (!detail.isEmpty()) {
                node.set(String.valueOf(iteration.iteration()), detail);
            }
        }
        ArrayNode states = root.putArray("guard_states");
        details.guardStates.keySet().forEach(states::add);
    }

    private ObjectNode detail(IterationAccount iteration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        TuningAccount tuning = iteration.tuning();
        tuning.proposed()
                .forEach(move -> move(node.withArrayProperty("proposed").addObject(), move));
        tuning.dropped()
                .forEach(drop -> JsonFields.texts(
                        node.withArrayProperty("dropped")
                                .addObject()
                                .put("parameter", drop.parameter())
                                .putArray("reasons"),
                        drop.reasons()));
        tuning.changed()
                .forEach(change -> change(node.withArrayProperty("changed").addObject(), change));
        texts(node, "rules", tuning.rules());
        texts(node, "notes", tuning.notes());
        iteration.guards().states().stream()
                .filter(state -> state.getRaw() || state.getDebounced())
                .forEach(state -> node.withArrayProperty("guards")
                        .add(guardStates.computeIfAbsent(guard(state), absent -> guardStates.size())));
        texts(
                node,
                "anomalies",
                iteration.anomalies().stream().map(IterationDetails::code).toList());
        hashes(node, tuning);
        tuning.recorded().flatMap(TuningAccount.RecordedWords::skip).ifPresent(skip -> node.putObject("recorded")
                .put("skip", skip));
        iteration.settled().ifPresent(settled -> node.putObject("settled")
                .put("outcome", settled.outcome().name())
                .put("event_time_ms", settled.eventTimeMs()));
        return node;
    }

    private static void move(ObjectNode node, ProposedMove move) {
        node.put("parameter", move.parameter());
        move.rule().ifPresent(rule -> node.put("rule", rule));
        decimal(node, "from", move.from());
        decimal(node, "delta", move.delta());
        decimal(node, "to", move.to());
        move.bound().ifPresent(bound -> node.put("bound", bound));
    }

    private static void change(ObjectNode node, ChangedValue change) {
        node.put("parameter", change.parameter());
        decimal(node, "before", change.before());
        decimal(node, "delta", change.delta());
        decimal(node, "after", change.after());
        change.bound().ifPresent(bound -> node.put("bound", bound));
    }

    private static ObjectNode guard(GuardState state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("guard", state.getGuard());
        node.put("open", state.getDebounced());
        texts(node, "concerned", state.getParameters());
        return node;
    }

    /** Only where the state changed: elsewhere it is that of the iteration before. */
    private static void hashes(ObjectNode node, TuningAccount tuning) {
        if (!tuning.hashBefore().equals(tuning.hashAfter())) {
            tuning.hashBefore().ifPresent(hash -> node.put("hash_before", hash));
            tuning.hashAfter().ifPresent(hash -> node.put("hash_after", hash));
        }
    }

    private static String code(Anomaly anomaly) {
        return anomaly.name().toLowerCase(Locale.ROOT);
    }

    private static void texts(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            JsonFields.texts(array, values);
        }
    }

    private static void decimal(ObjectNode node, String name, Optional<BigDecimal> value) {
        value.ifPresent(known -> node.put(name, Columns.stripped(known)));
    }
}
