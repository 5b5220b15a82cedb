package io.soakstream.producer.app;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.http.IngestConfig;
import io.soakstream.producer.http.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags of the HTTP server. */
final class ServeOptions {
    private static final String TOKEN_FILE = "SOAK_INGEST_TOKEN_FILE";
    private static final Duration DRAIN = Duration.ofSeconds(20);

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; another than a loopback address needs a token file"
                    + " (default: ${DEFAULT-VALUE}).")
    private String bind;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortConverter.class,
            defaultValue = "8090",
            description = "Port to listen on; 0: any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Bearer tokens that let a client in, one a line, at least 32 characters each (or "
                    + TOKEN_FILE + "; default: none, whoever reaches the loopback address is let in).")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--risk-unit",
            paramLabel = "UNIT",
            converter = RiskUnitConverter.class,
            defaultValue = "ratio",
            description = "Unit of risk and block ratios where a request does not declare one: ratio (0..1) or percent"
                    + " (0..100) (default: ${DEFAULT-VALUE}).")
    private RiskUnit riskUnit;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Requests of one client per second; twice as many may come at once"
                    + " (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--request-seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long a request may wait for the broker (default: ${DEFAULT-VALUE}).")
    private int requestSeconds;

    /**
     * @param environment variables that settings are taken from
     * @throws ParameterException an option is wrong, or anybody could reach a server without a token
     */
    IngestConfig config(CommandLine command, Map<String, String> environment) {
        try {
            return new IngestConfig(
                    bind,
                    port,
                    tokens(environment),
                    riskUnit,
                    new CatalogueStartValues(),
                    rate,
                    Duration.ofSeconds(requestSeconds),
                    DRAIN);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, "--" + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new ParameterException(
                    command, "--token-file: cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Tokens tokens(Map<String, String> environment) throws IOException {
        Optional<Path> file = tokenFile.or(
                () -> Optional.ofNullable(environment.get(TOKEN_FILE)).map(Path::of));
        if (file.isEmpty()) {
            return Tokens.none();
        }
        try {
            return Tokens.read(file.get());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("token-file: " + wrong.getMessage(), wrong);
        }
    }
}
