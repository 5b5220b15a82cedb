package io.soakstream.deploy.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.gate.report.VerdictLine;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a fold of the topics gives of one run, at every point of it. Each check gives what is wrong with an answer; empty:
 * nothing is. An answer may be of any point: it says itself of which, or gives so many of the records that there will be.
 */
final class FoldedRun {
    private static final List<String> PLACE = List.of("partition", "offset");

    private final RunRecords run;
    private final FoldedQuality quality;
    private final AtomicInteger guardsCompared = new AtomicInteger();

    FoldedRun(RunRecords run) {
        this.run = run;
        this.quality = new FoldedQuality(run);
    }

    RunRecords records() {
        return run;
    }

    FoldedQuality quality() {
        return quality;
    }

    /** Iterations that there will be (count). */
    int iterations() {
        return (int) run.decisions().stream()
                .filter(decision -> decision.getIterationSummary() != null)
                .count();
    }

    /** The state after so many events is what the decision about the last of them says. */
    Optional<String> tuner(JsonNode body) {
        TuningDecision decision = decision(body.get("sequence"));
        if (body.get("ended").asBoolean() || decision.getRunEnded() != null) {
            return Optional.empty();
        }
        return difference(
                decision.getResultHash() + " " + decision.getIterationsTotal(),
                body.get("overrides").get("state_hash").asText() + " "
                        + body.get("iterations_total").asInt());
    }

    Optional<String> gate(JsonNode body) {
        return difference(
                decision(body.get("last_sequence")).getResultHash(),
                body.get("overrides").get("state_hash").asText());
    }

    private TuningDecision decision(JsonNode sequence) {
        return run.decisions().get(sequence.asInt() - 1);
    }

    private Optional<TuningDecision> decisionOf(int iteration) {
        return run.decisions().stream()
                .filter(decision -> decision.getIterationSummary() != null
                        && decision.getIterationSummary().getIteration() == iteration)
                .findFirst();
    }

    Optional<String> decisions(JsonNode body) {
        return prefix(run.decisions(), body.get("rows"));
    }

    Optional<String> applications(JsonNode body) {
        return prefix(run.applications(), body.get("rows"));
    }

    Optional<String> verdicts(JsonNode body) {
        return prefix(run.verdicts(), body.get("rows"));
    }

    /** Every version, and the one in force is one of those that there will be. */
    Optional<String> overrides(JsonNode body) {
        JsonNode current = body.get("current");
        boolean known = run.overrides().stream()
                .anyMatch(version ->
                        version.getVersion() == current.path("version").asLong()
                                && version.getStateHash()
                                        .equals(current.path("state_hash").asText()));
        return known || body.get("rows").isEmpty()
                ? prefix(run.overrides(), body.get("rows"))
                : Optional.of("no version is like the one in force: " + current);
    }

    /** Statistics and points of the window, as the committed decision has them that it is of. */
    Optional<String> window(JsonNode body) {
        if (body.get("sequence").asInt() == 0) {
            return Optional.empty();
        }
        TuningDecision decision = decision(body.get("sequence"));
        JsonNode expected = FoldedAnswers.read(decision.getWindow().toString());
        ObjectNode found = body.get("window").deepCopy();
        JsonNode points = found.remove("points");
        return difference(expected, found)
                .or(() -> difference(
                        String.valueOf(decision.getIterationsTotal()),
                        body.get("iterations_total").asText()))
                .or(() -> points(decision, points));
    }

    private Optional<String> points(TuningDecision decision, JsonNode points) {
        List<Integer> iterations = new ArrayList<>();
        for (JsonNode point : points) {
            int iteration = point.get("iteration").asInt();
            iterations.add(iteration);
            IterationSummary summary = decisionOf(iteration).orElseThrow().getIterationSummary();
            Optional<String> other = point.properties().stream()
                    .filter(field -> !field.getKey().equals("iteration"))
                    .filter(field -> !Objects.equals(
                            summary.get(field.getKey()), field.getValue().asDouble()))
                    .map(field -> field.getKey() + " of iteration " + iteration + " is " + field.getValue())
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
        }
        return difference(decision.getWindow().getIterations().toString(), iterations.toString());
    }

    /** The committed states are those of an iteration; the live guards those after an event. */
    Optional<String> guards(JsonNode body) {
        Optional<TuningDecision> states =
                Optional.ofNullable(body.get("states_iteration")).flatMap(iteration -> decisionOf(iteration.asInt()));
        Optional<String> committed = states.flatMap(decision -> same(decision.getGuards(), body.get("states")));
        return committed.or(() -> body.get("provisional").asBoolean()
                ? live(decision(body.get("sequence")), body.get("guards").path("debounced"))
                : Optional.empty());
    }

    /** Guards of a store that were compared (count). */
    int guardsCompared() {
        return guardsCompared.get();
    }

    private Optional<String> live(TuningDecision decision, JsonNode debounced) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (JsonNode guard : debounced) {
            decision.getGuards().stream()
                    .filter(state -> state.getGuard().equals(guard.get("guard").asText()))
                    .forEach(state -> {
                        guardsCompared.incrementAndGet();
                        expected.add(signals(state));
                        found.add(guard.get("guard").asText() + " " + guard.get("raw") + " " + guard.get("debounced"));
                    });
        }
        return difference(expected.toString(), found.toString());
    }

    private static String signals(GuardState state) {
        return state.getGuard() + " " + state.getRaw() + " " + state.getDebounced();
    }

    /** The three parts together; each is of a point of its own. */
    Optional<String> now(JsonNode body) {
        JsonNode window = body.get("window");
        Optional<String> judged = window.get("provisional").asBoolean()
                ? difference(
                        String.valueOf(decision(window.get("sequence")).getIterationsTotal()),
                        window.get("iterations_total").asText())
                : window(window);
        JsonNode rows = body.get("overrides").get("rows");
        boolean version = rows.isEmpty()
                || run.overrides().stream()
                        .anyMatch(one -> same(List.of(one), rows).isEmpty());
        return judged.or(() -> guards(body.get("guards")))
                .or(() -> version ? Optional.empty() : Optional.of("no version is like " + rows));
    }

    /** The line of one iteration: its decision, and of what came of it as much as has come. */
    Optional<String> explained(JsonNode body) {
        int iteration = body.get("iteration").asInt();
        List<Verdict> verdicts = only(run.verdicts(), verdict -> verdict.getIteration() == iteration);
        List<String> lines = new ArrayList<>();
        body.get("lines").forEach(line -> lines.add(line.asText()));
        List<String> expected = verdicts.stream().map(VerdictLine::render).toList();
        return same(List.of(decisionOf(iteration).orElseThrow()), body.get("decisions"))
                .or(() -> prefix(verdicts, body.get("verdicts")))
                .or(() -> prefix(
                        only(run.applications(), application -> Objects.equals(application.getIteration(), iteration)),
                        body.get("applications")))
                .or(() -> prefix(
                        only(run.overrides(), version -> Objects.equals(version.getDecidedByIteration(), iteration)),
                        body.get("overrides")))
                .or(() -> difference(
                        expected.subList(0, Math.min(lines.size(), expected.size()))
                                .toString(),
                        lines.toString()));
    }

    private static <T> List<T> only(List<T> records, Predicate<T> wanted) {
        return records.stream().filter(wanted).toList();
    }

    private static Optional<String> same(List<? extends SpecificRecord> expected, JsonNode rows) {
        return rows.size() == expected.size()
                ? prefix(expected, rows)
                : Optional.of(expected.size() + " records are expected, but there are " + rows.size());
    }

    /** As many as have come, from the first on, each as the fold gives it. */
    private static Optional<String> prefix(List<? extends SpecificRecord> all, JsonNode rows) {
        if (rows.size() > all.size()) {
            return Optional.of(rows.size() + " records, and a fold gives " + all.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode row = rows.get(i).deepCopy();
            Optional<String> other = difference(FoldedAnswers.read(all.get(i).toString()), row.remove(PLACE));
            if (other.isPresent()) {
                return other.map(what -> "record " + row.path("sequence") + ": " + what);
            }
        }
        return Optional.empty();
    }

    /** The first field that is another; 205 and 205.0 are the same. */
    private static Optional<String> difference(JsonNode expected, JsonNode found) {
        return Stream.concat(
                        expected.properties().stream().map(Map.Entry::getKey),
                        found.properties().stream().map(Map.Entry::getKey))
                .filter(field -> !expected.path(field).equals(FoldedRun::compare, found.path(field)))
                .map(field -> field + " " + expected.path(field) + " is expected, but " + found.path(field))
                .findFirst();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static Optional<String> difference(String expected, String found) {
        return expected.equals(found) ? Optional.empty() : Optional.of(expected + " is expected, but " + found);
    }
}
