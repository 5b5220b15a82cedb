package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The flags of every command that tells of a recorded soak: which, and what it is decided and judged by. */
final class AccountOptions {
    private static final String KINDS =
            "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or recording.";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PATH", description = KINDS)
    private Optional<Path> path = Optional.empty();

    @Option(names = "--recording", paramLabel = "PATH", description = "The same as a flag.")
    private Optional<Path> recording = Optional.empty();

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private SourceOptions source;

    AccountOptions(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    /**
     * Reads and judges the soak; what must be known of it is told.
     *
     * @param rule that its verdicts and proposals are held against
     * @throws NoIterationsException not one iteration of it could be judged
     */
    AccountedRun read(GateRule rule) throws IOException {
        GateConfig config = policies.config(spec.commandLine());
        RecordedSoak soak = new SoakReader().read(path(), source.readOptions(spec.commandLine()));
        RunAccount account = new OfflineGate(config, tuner::over).account(soak);
        Terminal terminal = new Terminal(spec);
        account.notes().forEach(note -> terminal.tell("note: " + note));
        account.refusals().forEach(refusal -> terminal.tell("refused: " + refusal));
        if (account.lasts().isEmpty()) {
            throw new NoIterationsException("no iteration of " + path() + " could be judged");
        }
        return new AccountedRun(
                path(), account, config.policies().stream().map(Policy::name).toList(), rule);
    }

    private Path path() {
        if (path.isPresent() == recording.isPresent()) {
            throw new ParameterException(spec.commandLine(), "give the soak once: as PATH or as --recording PATH");
        }
        return path.or(() -> recording).orElseThrow();
    }
}
