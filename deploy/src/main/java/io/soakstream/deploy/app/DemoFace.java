package io.soakstream.deploy.app;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.live.Peers;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.producer.app.PortConverter;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.tuner.config.ControlConfig;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a demo that stays is shown: on the loopback address, read-only unless there are tokens of those who may command. */
final class DemoFace {
    private static final int METRIC_RUNS = 100;
    private static final String KEY_ID = "demo";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            defaultValue = "0",
            description = "With --stay: where the runs are served (default: any free port).")
    private int port;

    @Option(
            names = "--control-tokens",
            paramLabel = "FILE",
            description =
                    "With --stay: bearer tokens that may command the demo's run; commands are signed with a key of its own.")
    private Optional<Path> controlTokens = Optional.empty();

    private Optional<KeyPair> keys = Optional.empty();
    private Tokens controllers = Tokens.none();

    /**
     * The configuration, with the demo's own key among those that may command, if anybody may.
     *
     * @throws ParameterException the tokens cannot be used
     */
    TunerConfig admitting(TunerConfig config) {
        if (controlTokens.isEmpty()) {
            return config;
        }
        controllers = tokens(controlTokens.get());
        keys = Optional.of(CommandKeys.generate());
        Map<String, String> admitted = new TreeMap<>(config.control().publicKeys());
        admitted.put(KEY_ID, CommandKeys.base64(keys.get().getPublic()));
        return new TunerConfig(
                config.windowLength(),
                config.autoTune(),
                config.confirmWithinIterations(),
                config.admission(),
                config.rules(),
                config.guards(),
                config.silence(),
                new ControlConfig(admitted));
    }

    /** @throws ParameterException the port cannot be listened on */
    HttpFace start(KafkaAccess access) {
        HttpFace.Dashboard runs = new HttpFace.Dashboard(
                Map.of(),
                keys.map(pair -> new ControlKey(KEY_ID, pair.getPrivate())),
                ViewLimits.defaults(),
                METRIC_RUNS);
        try {
            return HttpFace.start(
                    access,
                    config(),
                    new Peers(Set.of(), Optional.empty()),
                    Optional.empty(),
                    Apps.NAMES,
                    Optional.of(runs));
        } catch (IOException taken) {
            throw new ParameterException(spec.commandLine(), "--http-port: " + taken.getMessage(), taken);
        }
    }

    private ApiConfig config() {
        ApiConfig local = ApiConfig.local(port);
        return new ApiConfig(
                local.bind(),
                port,
                local.readers(),
                controllers,
                local.hosts(),
                local.requestsPerSecond(),
                local.drain());
    }

    private Tokens tokens(Path file) {
        try {
            return Tokens.read(file);
        } catch (NoSuchFileException missing) {
            throw new ParameterException(
                    spec.commandLine(), "--control-tokens: " + file + ": there is no such file", missing);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), "--control-tokens: " + unusable.getMessage(), unusable);
        }
    }
}
