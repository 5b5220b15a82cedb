package io.soakstream.deploy.rollback.action;

import io.soakstream.deploy.control.Acknowledgements;
import io.soakstream.deploy.control.CommandSender;
import io.soakstream.deploy.rollback.domain.PlannedAction.Kind;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.PublishFailedException;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Commands a run: signed, and done only when the gate has acknowledged it. */
public final class RunCommander implements ActionPort {
    private static final String ACTOR = "rollback-watcher";

    private final KafkaAccess access;
    private final Signing signing;
    private final List<ParameterValue> values;
    private final Duration patience;
    private final InstantSource clock;

    /** The key that commands are signed with, under the name that the tuner knows it by. */
    public record Signing(String keyId, PrivateKey key) {}

    /**
     * @param values complete values that a run is put back on
     * @param patience how long to wait for the gate's answer
     */
    public RunCommander(
            KafkaAccess access, Signing signing, List<ParameterValue> values, Duration patience, InstantSource clock) {
        this.access = access;
        this.signing = signing;
        this.values = List.copyOf(values);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public String run(ActionRequest request) throws ActionFailedException {
        RunKey run = runKey(request);
        try (Acknowledgements answers = new Acknowledgements(access, run.text(), request.id(), true)) {
            Optional<DeltaApplication> answer = answers.earlier();
            if (answer.isEmpty()) {
                CommandSender.send(access, run, CommandSigner.sign(command(request), run.text(), signing.key()));
                answer = await(answers);
            }
            return outcome(answer);
        } catch (PublishFailedException | RegistryUnavailableException | KafkaException unreachable) {
            throw new ActionFailedException("the command was not written: " + unreachable.getMessage());
        }
    }

    private static RunKey runKey(ActionRequest request) throws ActionFailedException {
        try {
            return RunKey.parse(request.run());
        } catch (IllegalArgumentException none) {
            throw new ActionFailedException(
                    "the alert does not say which run: it needs the labels bot and run, or --run");
        }
    }

    private ControlCommand command(ActionRequest request) {
        boolean rollback = request.action().kind() == Kind.ROLLBACK_OVERRIDES;
        boolean on = "true".equals(request.action().params().get("enabled"));
        ControlAction other = on ? ControlAction.AUTO_TUNE_ON : ControlAction.AUTO_TUNE_OFF;
        return new ControlCommand(
                request.id(),
                rollback ? ControlAction.ROLLBACK : other,
                rollback ? values : List.of(),
                List.of(),
                ACTOR,
                request.alert() + " (" + request.incident() + ")",
                request.at().toEpochMilli(),
                null,
                null,
                signing.keyId(),
                null,
                null);
    }

    private Optional<DeltaApplication> await(Acknowledgements answers) {
        Instant end = clock.instant().plus(patience);
        Optional<DeltaApplication> answer = Optional.empty();
        for (Duration left = patience;
                answer.isEmpty() && !left.isNegative() && !left.isZero();
                left = Duration.between(clock.instant(), end)) {
            answer = answers.poll(left);
        }
        return answer;
    }

    private String outcome(Optional<DeltaApplication> answer) throws ActionFailedException {
        if (answer.isEmpty()) {
            throw new ActionFailedException("no answer of the gate within " + patience.toSeconds() + " s");
        }
        if (answer.get().getOutcome() != ApplicationOutcome.ACKNOWLEDGED) {
            throw new ActionFailedException("the gate answers " + answer.get().getOutcome() + ": "
                    + answer.get().getReason());
        }
        return "acknowledged by the gate, state " + answer.get().getStateHash();
    }
}
