package io.soakstream.deploy.app;

import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.live.Peers;
import io.soakstream.producer.app.PortConverter;
import io.soakstream.producer.http.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a process is reached over HTTP: health, metrics, its stores, and with a dashboard the runs. */
final class HttpOptions {
    /** Token for those who are asked in the name of nobody; secret, so never a flag. */
    private static final String PEER_TOKEN = "SOAK_PEER_TOKEN";
    /** The file that it stands in, where whoever runs the process has secrets as files. */
    private static final String PEER_TOKEN_FILE = "SOAK_PEER_TOKEN_FILE";

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.\\-]+:[0-9]{1,5}");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description =
                    "Serve health, metrics and queries there; 0: any free port (default: not at all; a dashboard: "
                            + DashboardOptions.USUAL_PORT + ").")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--http-bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on (default: ${DEFAULT-VALUE}). Another than the loopback address needs tokens.")
    private String bind;

    @Option(
            names = "--http-address",
            paramLabel = "HOST:PORT",
            description = "By what the other instances reach this one (default: the address it listens on).")
    private Optional<String> address = Optional.empty();

    @Option(
            names = "--http-peers",
            split = ",",
            paramLabel = "HOST:PORT",
            description = "Instances that questions may be handed on to; those on the loopback address always may.")
    private List<String> peers = new ArrayList<>();

    @Option(
            names = "--http-hosts",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Names that it may be called by, beside the address it listens on and those of the loopback address.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--read-tokens",
            paramLabel = "FILE",
            description = "Bearer tokens that may read, one a line, 32 characters at least.")
    private Optional<Path> readTokens = Optional.empty();

    @Option(
            names = "--control-tokens",
            paramLabel = "FILE",
            description = "Bearer tokens that may read and command; without them nobody may command.")
    private Optional<Path> controlTokens = Optional.empty();

    @Option(
            names = "--http-rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Requests per second of one client (default: ${DEFAULT-VALUE}).")
    private int rate;

    /** Whether it is to be served at all. */
    boolean areGiven() {
        return port.isPresent();
    }

    /**
     * @param usualPort where no port is given
     * @throws ParameterException a flag is wrong, or everybody could reach an open server
     */
    ApiConfig config(int usualPort) {
        ApiConfig local = ApiConfig.local(0);
        try {
            return new ApiConfig(
                    bind,
                    port.orElse(usualPort),
                    tokens("--read-tokens", readTokens),
                    tokens("--control-tokens", controlTokens),
                    Set.copyOf(hosts),
                    rate,
                    local.drain());
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--http-" + invalid.getMessage(), invalid);
        }
    }

    Peers peers() {
        peers.forEach(peer -> address("--http-peers", peer));
        return new Peers(Set.copyOf(peers), peerToken(System.getenv()));
    }

    /** @throws ParameterException its file cannot be read, or is empty */
    Optional<String> peerToken(Map<String, String> environment) {
        if (environment.containsKey(PEER_TOKEN) || !environment.containsKey(PEER_TOKEN_FILE)) {
            return Optional.ofNullable(environment.get(PEER_TOKEN));
        }
        Path file = Path.of(environment.get(PEER_TOKEN_FILE));
        try {
            return Optional.of(Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), PEER_TOKEN_FILE + ": " + file + ": there is no token in it")));
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(), PEER_TOKEN_FILE + ": " + file + " cannot be read", unreadable);
        }
    }

    /** {@code host:port}; empty: where it listens. */
    Optional<String> address() {
        if (address.isEmpty() && (bind.equals("0.0.0.0") || bind.equals("::"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--http-address: by what do others reach a process that listens on " + bind + "?");
        }
        return address.map(text -> address("--http-address", text));
    }

    private String address(String flag, String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new ParameterException(spec.commandLine(), flag + ": \"" + text + "\" is not HOST:PORT");
        }
        return text;
    }

    private Tokens tokens(String flag, Optional<Path> file) {
        if (file.isEmpty()) {
            return Tokens.none();
        }
        try {
            return Tokens.read(file.get());
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), flag + ": " + file.get() + " cannot be read", unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), flag + ": " + unusable.getMessage(), unusable);
        }
    }
}
