package io.soakstream.deploy.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the parts one after the other on one broker and prints their tables. */
@Command(name = "benchmark", description = "Measures tuner, gate and notifier on an embedded broker.")
final class Benchmark implements Callable<Integer> {
    private static final int SAMPLE_ITERATIONS = 64;

    /** What can be asked for. */
    enum Part {
        THROUGHPUT,
        RUNS,
        LENGTH,
        LATENCY,
        SERIES,
        QUERIES,
        NOTIFIER
    }

    @Option(names = "--quick", description = "Fewer records: to see whether it works, not to publish.")
    private boolean quick;

    @Option(names = "--records", description = "Records of a throughput row.")
    private Long records;

    @Option(names = "--repeats", description = "Rounds of the throughput rows.")
    private Integer repeats;

    @Option(names = "--failures-per-second", split = ",", description = "Rates that the notifier tells at.")
    private List<Integer> failuresPerSecond;

    @Option(names = "--parts", split = ",", description = "Which of ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Part> parts = Set.of(Part.values());

    @Option(names = "--rows", defaultValue = "", description = "Only throughput rows with this in their name.")
    private String rows;

    @Option(
            names = "--directory",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where the temporary directory goes (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(names = "--csv", description = "File that every value is appended to.")
    private Path csv;

    public static void main(String[] arguments) {
        quieten();
        CommandLine command = new CommandLine(new Benchmark());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(arguments));
    }

    /**
     * What is logged as an error here is none: batches that overtake the first one of a transaction, which the producer
     * sends again, and changelogs that are looked for before they are made. What fails ends the benchmark.
     */
    private static void quieten() {
        for (String name : List.of(
                "kafka.server.ReplicaManager", "org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF);
        }
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = (quick ? Plan.quick() : Plan.full()).with(records, repeats, failuresPerSecond);
        System.out.printf(
                "Java %s, %d cores, heap %d MiB%n%s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                plan);
        try (BenchmarkBroker broker = new BenchmarkBroker(directory)) {
            Bench bench = new Bench(broker);
            SampleRun sample = SampleRun.of(SAMPLE_ITERATIONS, broker.stateDirectory());
            // The notifier has a warm-up of its own.
            if (!parts.equals(Set.of(Part.NOTIFIER))) {
                warmUp(plan, bench, sample);
            }
            for (Part part : new TreeSet<>(parts)) {
                for (Observations found : run(part, plan, bench, sample)) {
                    print(found);
                }
            }
        }
        return 0;
    }

    private void print(Observations found) throws IOException {
        System.out.println(found.table());
        if (csv != null) {
            found.appendTo(csv);
        }
    }

    private static List<Observations> length(Plan plan, Bench bench, SampleRun sample) {
        SampleRun old = SampleRun.of(plan.iterations(), bench.broker().stateDirectory());
        return List.of(
                new LengthPart(bench).run(List.of(sample, old), plan.scaleRecords()),
                new LongRunPart(bench).run(plan.iterations()));
    }

    private List<Observations> run(Part part, Plan plan, Bench bench, SampleRun sample) throws IOException {
        return switch (part) {
            case THROUGHPUT -> List.of(throughput(plan, bench, sample));
            case RUNS -> List.of(new RunsPart(bench, sample).run(plan.scales(), plan.scaleRecords()));
            case LENGTH -> length(plan, bench, sample);
            case SERIES -> List.of(new SeriesPart().run(Math.max(3, plan.repeats())));
            case QUERIES -> List.of(new QueriesPart(bench).run(queried(plan), Math.max(3, plan.repeats())));
            case LATENCY -> List.of(new LatencyPart(bench).run(plan.ratesPerSecond(), plan.latencyTime()));
            case NOTIFIER -> List.of(new NotifierPart(bench).run(plan.failuresPerSecond(), plan.notifierTime()));
        };
    }

    private static EventLoad queried(Plan plan) {
        return new EventLoad("queried", plan.runs(), 1, plan.records());
    }

    /** Code that was not compiled yet would make whatever comes first look slow. */
    private void warmUp(Plan plan, Bench bench, SampleRun sample) {
        EventLoad load = new EventLoad("warm", plan.runs(), 1, plan.warmUpRecords());
        Predicate<String> wanted = parts.contains(Part.THROUGHPUT) ? this::isWanted : row -> row.contains("memory, 1");
        new ThroughputPart(bench, sample, "warm").run(load, 1, wanted);
    }

    private Observations throughput(Plan plan, Bench bench, SampleRun sample) {
        EventLoad load = new EventLoad("bench", plan.runs(), 1, plan.records());
        return new ThroughputPart(bench, sample, "bench").run(load, plan.repeats(), this::isWanted);
    }

    private boolean isWanted(String row) {
        return row.contains(rows);
    }
}
