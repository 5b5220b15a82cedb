package io.soakstream.deploy.app;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.PrivateKeyFile;
import io.soakstream.schemas.command.UnusableKeyException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a dashboard shows, and what it may do. */
final class DashboardOptions {
    static final int USUAL_PORT = 8088;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--tuner-url",
            split = ",",
            paramLabel = "URL",
            description = "Tuners to ask for live state, with their --http-port; the next where one does not answer.")
    private List<URI> tuners = new ArrayList<>();

    @Option(names = "--gate-url", split = ",", paramLabel = "URL", description = "The same for gates.")
    private List<URI> gates = new ArrayList<>();

    @Option(
            names = "--control-key",
            paramLabel = "FILE",
            description = "Private key that commands of people are signed with; without it nobody can command here.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--control-key-id", paramLabel = "ID", description = "Name that the tuner knows the key by.")
    private Optional<String> keyId = Optional.empty();

    @Option(
            names = "--view-runs",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Runs that are kept; those that ended longest ago go first (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--metric-runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Runs with labels of their own in /metrics (default: ${DEFAULT-VALUE}).")
    private int metricRuns;

    ViewLimits limits() {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--view-runs: " + runs + " is below 1");
        }
        ViewLimits usual = ViewLimits.defaults();
        return new ViewLimits(runs, usual.perRun(), usual.records());
    }

    int metricRuns() {
        if (metricRuns < 0) {
            throw new ParameterException(spec.commandLine(), "--metric-runs: " + metricRuns + " is below 0");
        }
        return metricRuns;
    }

    Map<StoreApp, List<URI>> instances() {
        return Map.of(StoreApp.TUNER, checked("--tuner-url", tuners), StoreApp.GATE, checked("--gate-url", gates));
    }

    private List<URI> checked(String flag, List<URI> urls) {
        urls.stream()
                .filter(url ->
                        !"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null)
                .findFirst()
                .ifPresent(url -> {
                    throw new ParameterException(
                            spec.commandLine(), flag + ": not an address such as http://host:8090");
                });
        return List.copyOf(urls);
    }

    /** Empty: this dashboard cannot command. */
    Optional<ControlKey> key() {
        if (key.isPresent() != keyId.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--control-key and --control-key-id go together");
        }
        return key.map(this::read);
    }

    private ControlKey read(Path file) {
        String id = keyId.orElseThrow();
        if (!CommandKeys.isKeyId(id)) {
            throw new ParameterException(spec.commandLine(), "--control-key-id: \"" + id + "\" cannot be used");
        }
        try {
            return new ControlKey(id, PrivateKeyFile.read(file));
        } catch (UnusableKeyException unusable) {
            throw new ParameterException(spec.commandLine(), "--control-key: " + unusable.getMessage(), unusable);
        }
    }
}
