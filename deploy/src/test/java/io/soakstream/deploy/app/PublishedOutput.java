package io.soakstream.deploy.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the earlier system wrote about the recorded soaks, with what it got wrong put right: one method a mistake. */
final class PublishedOutput {
    private static final Path ROOT = Path.of("src/test/resources/published");
    /** Iterations of the window in which velocity held, where it held in any. */
    private static final Map<String, List<Integer>> VELOCITY = Map.of(
            "mock8", List.of(4, 5, 6),
            "mock12_preset", List.of(5, 6),
            "mock12_steady_safe", List.of(5, 6),
            "create_test_soak_data_24", List.of(22));

    private static final Map<String, List<Integer>> COOLDOWN =
            Map.of("create_test_soak_data_24", List.of(21), "create_test_soak_data_8", List.of(7));
    private static final Map<String, List<Integer>> FREEZE = Map.of("create_test_soak_data_24", List.of(18, 19, 20));

    private PublishedOutput() {}

    static ObjectNode snapshot11(String run) throws IOException {
        ObjectNode published = json(run, "snapshot-1.1.json");
        guardsAreReadFromTheRecording(run, published);
        timesThatAreAllTheSameSayNothing(run, published);
        threeIterationsAreTooFewToFail(run, published);
        meansAreComputedInDecimals(run, published);
        return published;
    }

    static ObjectNode snapshot12(String run) throws IOException {
        ObjectNode published = json(run, "snapshot-1.2.json");
        published.remove("timestamp"); // Was the wall clock's.
        guardsAreThoseOfTheWindow(run, published);
        whatIsMissingIsNotZero(published);
        slippageStandsForItsP95(run, published);
        skipReasonsAreCodes(run, published);
        aShortWindowMeetsNoGoal(run, published);
        return published;
    }

    /** Name and labels to value, as it is written. */
    static Map<String, String> metrics(String run) throws IOException {
        Map<String, String> samples = new TreeMap<>();
        for (String file : List.of("exporter.prom", "snapshot.prom")) {
            samples.putAll(samples(Files.readString(ROOT.resolve(run).resolve(file))));
        }
        return samples;
    }

    static Map<String, String> samples(String metrics) {
        Map<String, String> samples = new TreeMap<>();
        metrics.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> samples.put(
                        line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        return samples;
    }

    static ObjectNode json(String run, String file) throws IOException {
        return (ObjectNode)
                new ObjectMapper().readTree(ROOT.resolve(run).resolve(file).toFile());
    }

    /** The earlier tool looked for fields that nobody wrote. */
    private static void guardsAreReadFromTheRecording(String run, ObjectNode published) {
        int velocity = VELOCITY.getOrDefault(run, List.of()).size();
        ((ObjectNode) published.get("guards_last8")).put("velocity_count", velocity);
    }

    /** Iterations that all happened at one moment: ours are made up at the period, so the range is unknown. */
    private static void timesThatAreAllTheSameSayNothing(String run, ObjectNode published) {
        if (run.startsWith("mock")) {
            published.putObject("time_range").putNull("from").putNull("to");
        }
    }

    private static void threeIterationsAreTooFewToFail(String run, ObjectNode published) {
        if (run.equals("mock3_smoke")) {
            published.put("verdict", "INCONCLUSIVE");
        }
    }

    /** The mean is 0.9025; the sum of doubles was a little above it. */
    private static void meansAreComputedInDecimals(String run, ObjectNode published) {
        if (run.equals("create_test_soak_data_8")) {
            ((ObjectNode) published.get("kpi_last8").get("maker_taker_ratio")).put("mean", 0.902);
        }
    }

    /** The earlier counts were of all iterations, and of these runs the generator's own guards were not read. */
    private static void guardsAreThoseOfTheWindow(String run, ObjectNode published) {
        ObjectNode guards = JsonNodeFactory.instance.objectNode();
        ObjectNode counts = guards.putObject("counts");
        ObjectNode iterations = guards.putObject("iterations");
        Map<String, List<Integer>> held = Map.of(
                "velocity", VELOCITY.getOrDefault(run, List.of()),
                "cooldown", COOLDOWN.getOrDefault(run, List.of()),
                "freeze", FREEZE.getOrDefault(run, List.of()));
        for (String guard : List.of("freeze", "oscillation", "velocity", "cooldown", "latency_soft", "latency_hard")) {
            List<Integer> numbers = held.getOrDefault(guard, List.of());
            counts.put(guard, numbers.size());
            if (!numbers.isEmpty()) {
                numbers.forEach(iterations.putArray(guard)::add);
            }
        }
        published.set("guards_last_n", guards);
    }

    private static void whatIsMissingIsNotZero(ObjectNode published) {
        ObjectNode cancel = published.withObject("/kpi_last_n/cancel_ratio");
        List.of("mean", "median", "min", "max", "trend").forEach(cancel::putNull);
    }

    /** The generator gives one slippage an iteration, which counts where no p95 is given. */
    private static void slippageStandsForItsP95(String run, ObjectNode published) {
        if (run.startsWith("create_test")) {
            published
                    .withObject("/kpi_last_n/slippage_bps_p95")
                    .put("mean", 0.525)
                    .put("median", 0.525)
                    .put("min", 0.5)
                    .put("max", 0.55);
        }
    }

    private static void skipReasonsAreCodes(String run, ObjectNode published) {
        ObjectNode reasons = published.withObject("/tuning_summary/skip_reasons");
        rename(reasons, "no effective change", "no_change");
        rename(reasons, "velocity cap exceeded", "velocity");
        Map<String, Integer> cooldown = Map.of("create_test_soak_data_24", 3, "create_test_soak_data_8", 1);
        if (cooldown.containsKey(run)) {
            reasons.put("cooldown", cooldown.get(run));
        }
    }

    private static void rename(ObjectNode node, String from, String to) {
        if (node.has(from)) {
            node.set(to, node.remove(from));
        }
    }

    private static void aShortWindowMeetsNoGoal(String run, ObjectNode published) {
        if (run.equals("mock3_smoke")) {
            published.put("pass_count_last_n", 0);
            published.withObject("/goals_met").put("p95_latency_ok", false).put("risk_ok", false);
        }
    }
}
