package io.soakstream.deploy.app;

import io.soakstream.deploy.control.InvalidValuesException;
import io.soakstream.deploy.control.TargetValues;
import io.soakstream.deploy.rollback.AuditLog;
import io.soakstream.deploy.rollback.DoneLine;
import io.soakstream.deploy.rollback.PolicyFile;
import io.soakstream.deploy.rollback.RollbackWatcher;
import io.soakstream.deploy.rollback.StateFile;
import io.soakstream.deploy.rollback.VerifiedRollbacks;
import io.soakstream.deploy.rollback.WatcherSetup;
import io.soakstream.deploy.rollback.action.Actions;
import io.soakstream.deploy.rollback.action.RunCommander;
import io.soakstream.deploy.rollback.domain.RollbackDecider;
import io.soakstream.deploy.rollback.http.AlertServer;
import io.soakstream.deploy.rollback.http.WatcherConfig;
import io.soakstream.deploy.rollback.http.WatcherMetrics;
import io.soakstream.producer.app.PortConverter;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.PrivateKeyFile;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes alerts and rolls runs back. */
@Command(
        name = RollbackWatcherCommand.NAME,
        description = {
            "Takes Alertmanager's webhook on POST /alert-hook and does what the policy says, until Ctrl-C.",
            "Without --live it only says what it would do. GET /health, GET /metrics."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was stopped",
            "64:an option, the policy or a file is wrong, the port is in use, or an action could not be done",
            "69:broker or registry cannot be reached, or a topic or a right is missing"
        })
final class RollbackWatcherCommand implements Callable<Integer> {
    static final String NAME = "rollback-watcher";
    private static final String TOKEN_FILE = "SOAK_ROLLBACK_TOKEN_FILE";
    private static final String SECRET_FILE = "SOAK_ROLLBACK_HOOK_SECRET_FILE";
    private static final String KEY_VARIABLE = "SOAK_CONTROL_KEY";
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "What is done about which alert.")
    private Path policy;

    @Option(names = "--live", description = "Do it (default: a dry run, which only says what would be done).")
    private boolean live;

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
            defaultValue = "8080",
            description = "Port to listen on; 0: any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Bearer tokens that let Alertmanager in, one a line, at least 32 characters each (or "
                    + TOKEN_FILE + ").")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "soak-data/rollback",
            description = "Where state and audit are kept (default: ${DEFAULT-VALUE}).")
    private Path stateDirectory;

    @Option(names = "--run", paramLabel = "BOT:RUN", description = "The run of alerts without the labels bot and run.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Private key that commands are signed with (or " + KEY_VARIABLE + ").")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--key-id", paramLabel = "ID", description = "Name that the tuner knows the key by.")
    private Optional<String> keyId = Optional.empty();

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "Values that a run is put back on: soak_profile.runtime_overrides.json of a bundle.")
    private Optional<Path> values = Optional.empty();

    @Option(
            names = "--bot-metrics",
            paramLabel = "URL",
            description = "The bot's metrics page, which the rollback is verified by.")
    private Optional<URI> botMetrics = Optional.empty();

    private final Map<String, String> environment;
    private final InstantSource clock;

    RollbackWatcherCommand(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try {
            return serve(PolicyFile.read(policy));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private int serve(PolicyFile file) throws Exception {
        WatcherConfig config = new WatcherConfig(bind, port, tokens());
        Actions actions = live ? live(file) : Actions.dry();
        RollbackDecider decider = new RollbackDecider(
                file.policy(), run.map(text -> RunKey.parse(text).text()).orElse(""));
        WatcherMetrics metrics = new WatcherMetrics();
        Terminal terminal = new Terminal(spec);
        Shutdown shutdown = Shutdown.install();
        CountDownLatch stopped = new CountDownLatch(1);
        try (AuditLog audit = new AuditLog(stateDirectory.resolve(file.auditPath()));
                VerifiedRollbacks verified = VerifiedRollbacks.of(botMetrics.filter(page -> live), file, clock)) {
            RollbackWatcher watcher = new RollbackWatcher(
                    decider,
                    actions,
                    new StateFile(stateDirectory.resolve(live ? "rollback-state.json" : "rollback-state.dry-run.json")),
                    audit,
                    clock,
                    done -> {
                        metrics.taken(done);
                        verified.accept(done);
                        DoneLine.of(done).ifPresent(terminal::tell);
                    });
            verified.reportTo(watcher);
            AlertServer server = AlertServer.start(config, watcher, metrics, clock);
            shutdown.add(() -> {
                server.close();
                stopped.countDown();
            });
            terminal.print("listening on http://" + bind + ":" + server.port()
                    + (live ? ", live" : ", dry run: nothing is done") + System.lineSeparator());
            stopped.await();
            return ExitCode.OK;
        } catch (IOException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
        } finally {
            connection.close();
        }
    }

    private Actions live(PolicyFile file) throws IOException {
        Optional<RunCommander> commander =
                WatcherSetup.commandsRuns(file) ? Optional.of(commander()) : Optional.empty();
        Optional<byte[]> secret = Optional.empty();
        if (environment.containsKey(SECRET_FILE)) {
            secret = Optional.of(Files.readString(Path.of(environment.get(SECRET_FILE)))
                    .strip()
                    .getBytes(StandardCharsets.UTF_8));
        }
        return WatcherSetup.live(file, secret, commander, clock);
    }

    private RunCommander commander() {
        Path file = key.or(
                        () -> Optional.ofNullable(environment.get(KEY_VARIABLE)).map(Path::of))
                .orElseThrow(() -> new IllegalArgumentException("--key: which private key?"));
        String id = keyId.orElseThrow(() -> new IllegalArgumentException("--key-id: which key?"));
        Path target = values.orElseThrow(() -> new IllegalArgumentException("--values: back to which values?"));
        RunCommander.Signing signing = new RunCommander.Signing(id, PrivateKeyFile.read(file));
        try {
            RunCommander commander = new RunCommander(
                    connection, signing, TargetValues.read(ParameterCatalogue.standard(), target), ANSWER, clock);
            TopicPreflight.require(
                    connection.clientProperties(),
                    new AccessCatalogue(connection.topics()).rollbackWatcher().needed());
            return commander;
        } catch (InvalidValuesException invalid) {
            throw new IllegalArgumentException("--values: " + invalid.getMessage(), invalid);
        }
    }

    private Tokens tokens() throws IOException {
        Optional<Path> file = tokenFile.or(
                () -> Optional.ofNullable(environment.get(TOKEN_FILE)).map(Path::of));
        return file.isEmpty() ? Tokens.none() : Tokens.read(file.get());
    }
}
