package io.soakstream.deploy.app;

import io.soakstream.deploy.control.Acknowledgements;
import io.soakstream.deploy.control.CommandSender;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.PublishReport;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Signs a command, writes it to the events topic and waits for the gate's answer. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the command is acknowledged; with --no-wait: written",
            "1:it is refused, its id was used before, or the gate has diverged from the tuner",
            "2:no answer came in time",
            "64:an option or a file is wrong; nothing was sent",
            "69:broker or registry cannot be reached, or a topic is missing"
        })
abstract class SignedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Mixin
    private final ControlOptions options = new ControlOptions();

    private final InstantSource clock;

    SignedCommand(InstantSource clock) {
        this.clock = clock;
    }

    abstract ControlAction action();

    /** Complete target values, sorted by name. */
    List<ParameterValue> values() {
        return List.of();
    }

    List<String> subsystems() {
        return List.of();
    }

    /** When the command ends by itself (ms since 1970-01-01 UTC), or null. */
    Long expiresAtMs() {
        return null;
    }

    final InstantSource clock() {
        return clock;
    }

    final CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        RunKey run = options.runKey();
        ControlCommand command = CommandSigner.sign(unsigned(), run.text(), options.privateKey());
        Optional<Duration> patience = options.patience();
        TopicPreflight.require(
                connection.clientProperties(),
                connection.topics().events(),
                connection.topics().applications());
        try (connection) {
            if (patience.isEmpty()) {
                send(run, command);
                return ExitCode.OK;
            }
            try (Acknowledgements answers =
                    new Acknowledgements(connection, run.text(), command.getId(), options.isIdGiven())) {
                if (answers.earlier().isPresent()) {
                    return usedBefore(command, answers.earlier().get());
                }
                send(run, command);
                return report(run, await(answers, patience.get()), patience.get());
            }
        }
    }

    private ControlCommand unsigned() {
        return new ControlCommand(
                options.id(),
                action(),
                values(),
                subsystems(),
                options.actor(),
                options.reason(),
                clock.millis(),
                options.notAfterIteration(),
                options.expectedHash(),
                options.keyId(),
                null,
                expiresAtMs());
    }

    private void send(RunKey run, ControlCommand command) {
        PublishReport written = CommandSender.send(connection, run, command);
        say("sent " + action() + " " + command.getId() + " to " + run + " ("
                + connection.topics().events().name() + ", partition " + written.partition() + ", offset "
                + written.firstOffset() + ")");
    }

    private Optional<DeltaApplication> await(Acknowledgements answers, Duration patience) {
        Instant end = clock.instant().plus(patience);
        Optional<DeltaApplication> answer = Optional.empty();
        for (Duration left = patience;
                answer.isEmpty() && !left.isNegative() && !left.isZero();
                left = Duration.between(clock.instant(), end)) {
            answer = answers.poll(left);
        }
        return answer;
    }

    /** What was answered then need not be the answer to this. */
    private int usedBefore(ControlCommand command, DeltaApplication earlier) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("soak: the id " + command.getId() + " was used before (" + outcome(earlier)
                + "): nothing was sent; another command needs another id");
        err.flush();
        return ExitCode.FAIL;
    }

    private static String outcome(DeltaApplication answer) {
        return switch (answer.getOutcome()) {
            case REFUSED -> "refused: " + code(answer);
            case MISMATCH -> "taken by the tuner, but the gate has diverged from it: rebase the run";
            default -> "acknowledged";
        };
    }

    private int report(RunKey run, Optional<DeltaApplication> answer, Duration patience) {
        if (answer.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("soak: no answer within " + patience.toSeconds()
                    + " s: the run is not known or has ended, the key may not command it, or tuner and gate do not run; see"
                    + " 'soak dlq list --run " + run + "'");
            err.flush();
            return ExitCode.INCONCLUSIVE;
        }
        say(outcome(answer.get()));
        return answer.get().getOutcome() == ApplicationOutcome.ACKNOWLEDGED ? ExitCode.OK : ExitCode.FAIL;
    }

    /** What came from a topic cannot steer the terminal. */
    private static String code(DeltaApplication answer) {
        return answer.getReason() == null
                ? "no reason given"
                : answer.getReason().replaceAll("\\p{Cntrl}", "?");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
