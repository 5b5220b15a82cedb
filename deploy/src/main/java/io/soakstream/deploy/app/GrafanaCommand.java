package io.soakstream.deploy.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.deploy.grafana.Dashboard;
import io.soakstream.deploy.grafana.GrafanaApi;
import io.soakstream.deploy.grafana.GrafanaException;
import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What talks to a Grafana. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:Grafana refuses, or there is no such dashboard",
            "64:an option or a file is wrong, or there is no token",
            "69:Grafana does not answer"
        })
abstract class GrafanaCommand implements Callable<Integer> {
    private static final String TOKEN = "GRAFANA_TOKEN";
    private static final String TOKEN_FILE = "GRAFANA_TOKEN_FILE";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:3000",
            description = "Root of the Grafana (default: ${DEFAULT-VALUE}). The token comes from " + TOKEN
                    + ", or from the file that " + TOKEN_FILE + " names.")
    private URI url;

    private final Map<String, String> environment;

    private GrafanaCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    abstract void work(GrafanaApi grafana, Terminal terminal) throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(spec);
        try {
            work(new GrafanaApi(url, token()), terminal);
            return ExitCode.OK;
        } catch (GrafanaException failed) {
            terminal.tell("soak: " + failed.getMessage());
            return failed.isUnreachable() ? ExitCode.UNAVAILABLE : ExitCode.FAIL;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private String token() throws IOException {
        Optional<String> given = Optional.ofNullable(environment.get(TOKEN));
        if (given.isEmpty() && environment.containsKey(TOKEN_FILE)) {
            given = Optional.of(Files.readString(Path.of(environment.get(TOKEN_FILE))));
        }
        return given.map(String::strip)
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no token: set " + TOKEN + ", or " + TOKEN_FILE + " to the file that holds it"));
    }

    /** Out of a Grafana. */
    @Command(
            name = "export",
            description =
                    "Writes a dashboard to a file, without what only one Grafana knows: the same text every time.")
    static final class Export extends GrafanaCommand {
        @Option(
                names = "--uid",
                paramLabel = "UID",
                defaultValue = "mm-operability",
                description = "Which dashboard (default: ${DEFAULT-VALUE}).")
        private String uid;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
        private Path out;

        Export(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void work(GrafanaApi grafana, Terminal terminal) throws IOException, InterruptedException {
            ReportDirectory.write(out, grafana.export(uid).text());
            terminal.print(out + System.lineSeparator());
        }
    }

    /** Into a Grafana. */
    @Command(
            name = "import",
            description = "Puts a dashboard in the place of the one with its uid, or beside the others.")
    static final class Import extends GrafanaCommand {
        @Option(names = "--in", required = true, paramLabel = "FILE", description = "The dashboard.")
        private Path in;

        Import(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void work(GrafanaApi grafana, Terminal terminal) throws IOException, InterruptedException {
            terminal.print(grafana.put(read()) + System.lineSeparator());
        }

        private Dashboard read() throws IOException {
            try {
                return Dashboard.of(new JsonMapper().readTree(in.toFile()));
            } catch (JsonProcessingException malformed) {
                throw new IllegalArgumentException(in + ": is no JSON", malformed);
            } catch (IllegalArgumentException none) {
                throw new IllegalArgumentException(in + ": " + none.getMessage(), none);
            }
        }
    }
}
