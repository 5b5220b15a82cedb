package io.soakstream.deploy.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.readiness.EdgeLimits;
import io.soakstream.gate.readiness.EdgeVerdict;
import io.soakstream.gate.readiness.ReadinessCheck;
import io.soakstream.gate.readiness.WeeklyVerdict;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a readiness score, or the KPIs of an edge report or a weekly rollup. */
@Command(
        name = "validate",
        description = {
            "Checks a readiness score: its structure, its ranges and whether its verdict follows from it.",
            "With --kpi-gate it judges an edge report or a weekly rollup instead; what is missing there is not OK.",
            "KPI_<ADVERSE|SLIPPAGE|CANCEL|ORDER_AGE|WS_LAG>_<WARN|FAIL>, KPI_NET_BPS_FAIL and KPI_MAKER_SHARE_FAIL",
            "replace the limits of the edge report."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a valid GO; with --kpi-gate OK, PASS or WARN",
            "1:errors or HOLD; with --kpi-gate FAIL",
            "64:a path, a variable or an option is wrong, or a file is malformed"
        })
final class ReadinessValidateCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final ReadinessStamp stamp;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The readiness score.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--kpi-gate", description = "Judge KPIs instead of a score.")
    private boolean kpiGate;

    @Option(names = "--edge-report", paramLabel = "F", description = "EDGE_REPORT.json to judge.")
    private Optional<Path> edgeReport = Optional.empty();

    @Option(names = "--weekly", paramLabel = "F", description = "WEEKLY_ROLLUP.json to judge.")
    private Optional<Path> weekly = Optional.empty();

    @Option(
            names = "--out-json",
            paramLabel = "F2",
            description = "Writes what was found of the edge report there too.")
    private Optional<Path> outJson = Optional.empty();

    ReadinessValidateCommand(Map<String, String> environment) {
        this.environment = environment;
        this.stamp = new ReadinessStamp(environment, Clock.systemUTC());
    }

    @Override
    public Integer call() throws IOException {
        checkSubject();
        if (file.isPresent()) {
            return score(file.get());
        }
        return edgeReport.isPresent() ? edge(edgeReport.get()) : week(weekly.orElseThrow());
    }

    private void checkSubject() {
        boolean score = !kpiGate && file.isPresent() && edgeReport.isEmpty() && weekly.isEmpty();
        boolean kpis = kpiGate && file.isEmpty() && edgeReport.isPresent() != weekly.isPresent();
        if (!score && !kpis || outJson.isPresent() && edgeReport.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give FILE, or --kpi-gate with --edge-report (and perhaps --out-json) or with --weekly");
        }
    }

    private int score(Path score) throws IOException {
        Terminal terminal = new Terminal(spec);
        JsonNode document = documents().read("FILE", score);
        List<String> errors = ReadinessCheck.errors(document);
        errors.forEach(error -> terminal.tell("soak: " + score + ": " + error));
        if (!errors.isEmpty()) {
            terminal.print("readiness: INVALID, " + errors.size() + " error(s)\n");
            return ExitCode.FAIL;
        }
        boolean go = ReadinessCheck.isGo(document);
        terminal.print("readiness: " + (go ? "GO" : "HOLD, score " + document.get("score")) + "\n");
        return go ? ExitCode.OK : ExitCode.FAIL;
    }

    private int edge(Path report) throws IOException {
        EdgeLimits limits = said("", () -> EdgeLimits.of(environment));
        JsonNode document = documents().read("--edge-report", report);
        EdgeVerdict verdict = said("--edge-report: ", () -> EdgeVerdict.of(report.toString(), document, limits));
        if (outJson.isPresent()) {
            ReportDirectory.write(outJson.get(), verdict.json(stamp.stamp(spec.commandLine())));
        }
        new Terminal(spec).print(verdict.marker() + "\n");
        return verdict.level() == EdgeVerdict.Level.FAIL ? ExitCode.FAIL : ExitCode.OK;
    }

    private int week(Path rollup) throws IOException {
        JsonNode document = documents().read("--weekly", rollup);
        WeeklyVerdict verdict = said("--weekly: ", () -> WeeklyVerdict.of(rollup.toString(), document));
        new Terminal(spec).print(verdict.marker() + "\n");
        return verdict.level() == WeeklyVerdict.Level.FAIL ? ExitCode.FAIL : ExitCode.OK;
    }

    private JsonFiles documents() {
        return new JsonFiles(spec.commandLine());
    }

    /** What is wrong with a file or a variable is a matter of the command line. */
    private <T> T said(String option, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), option + wrong.getMessage(), wrong);
        }
    }
}
