package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.control.CommandSender;
import io.soakstream.deploy.http.Work;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.Kept;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Problem;
import io.soakstream.producer.http.RequestBody;
import io.soakstream.producer.sink.PublishFailedException;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/**
 * What people do to a run: each is signed, written to the event log with its actor and its reason, and answered with what
 * the gate says of it. The tuner alone admits it.
 */
final class CommandRoutes {
    private static final Set<ApplicationOutcome> ANSWERS =
            Set.of(ApplicationOutcome.ACKNOWLEDGED, ApplicationOutcome.REFUSED, ApplicationOutcome.MISMATCH);
    private static final int RETRY_SECONDS = 5;

    /** After this a request is answered anyhow, and its command is not given any more; above the longest wait. */
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(70);

    /** What became of the command, where the answer is a conflict: who tries one again learns that it was done. */
    private static final String OUTCOME = "Soak-Outcome";

    private static final String MAY_BE_WRITTEN = "may have been written; look at the decisions before giving it again";

    private final KafkaAccess access;
    private final RunLookup runs;
    private final Optional<ControlKey> key;
    private final InstantSource clock;
    private final Executor threads;

    /** @param threads bounded; each command holds one until it is answered */
    CommandRoutes(KafkaAccess access, RunLookup runs, Optional<ControlKey> key, InstantSource clock, Executor threads) {
        this.access = access;
        this.runs = runs;
        this.key = key;
        this.clock = clock;
        this.threads = threads;
    }

    /** @param action of {@code auto-tune}, the one that switches it on: the body says which it is */
    Work of(ControlAction action) {
        return context -> command(context, action);
    }

    private CompletableFuture<Answer> command(Context context, ControlAction action) throws IOException {
        ControlKey signing =
                key.orElseThrow(() -> Problem.of(403, "this process has no key to sign commands with (--control-key)"));
        RunKey run = runs.key(context);
        RunRows known = runs.rows(run);
        CommandBody body = CommandBody.read(RequestBody.json(context));
        long nowMs = clock.millis();
        ControlCommand command =
                CommandSigner.sign(body.command(action, nowMs, signing.id()), run.text(), signing.key());
        Runnable lastLook = () -> requireInTime(body, nowMs + ANSWERED_WITHIN.toMillis());
        int waitSeconds = body.waitSeconds();
        Optional<DeltaApplication> earlier = answer(known, command.getId());
        if (earlier.isPresent()) {
            ApplicationOutcome outcome = earlier.get().getOutcome();
            throw Problem.of(409, "id", "was used before (" + outcome + "): nothing was sent")
                    .with(OUTCOME, outcome.name());
        }
        try {
            return CompletableFuture.supplyAsync(
                            () -> give(run, command, lastLook, Duration.ofSeconds(waitSeconds)), threads)
                    .orTimeout(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionallyCompose(CommandRoutes::unanswered);
        } catch (RejectedExecutionException full) {
            throw Problem.unavailable("as many commands as may wait do already", RETRY_SECONDS);
        }
    }

    private static CompletableFuture<Answer> unanswered(Throwable failure) {
        return CompletableFuture.failedFuture(
                failure instanceof TimeoutException
                        ? Problem.unavailable("no answer in time: the command " + MAY_BE_WRITTEN, RETRY_SECONDS)
                        : failure);
    }

    /** A command that had to wait for others is given only to whoever still waits for it, and not after its time. */
    private void requireInTime(CommandBody body, long deadlineMs) {
        long nowMs = clock.millis();
        body.requireUnexpired(nowMs);
        if (nowMs >= deadlineMs) {
            throw Problem.unavailable("others took too long: the command was not written", RETRY_SECONDS);
        }
    }

    private Answer give(RunKey run, ControlCommand command, Runnable lastLook, Duration patience) {
        lastLook.run();
        try {
            CommandSender.send(access, run, command);
        } catch (PublishFailedException | KafkaException | RegistryUnavailableException failed) {
            throw Problem.unavailable("the command " + MAY_BE_WRITTEN + ": " + failed.getMessage(), RETRY_SECONDS);
        }
        try {
            return await(run, command, patience)
                    .map(answer -> answered(command, answer))
                    .orElseGet(() -> Answer.json(202, body(command).put("outcome", "PENDING")));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopping);
        }
    }

    private Optional<DeltaApplication> await(RunKey run, ControlCommand command, Duration patience)
            throws InterruptedException {
        CommittedView view = runs.view();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = view.sequence();
            Optional<DeltaApplication> answer = view.rows(run.text()).flatMap(rows -> answer(rows, command.getId()));
            long left = deadline - System.nanoTime();
            if (answer.isPresent() || left <= 0) {
                return answer;
            }
            view.await(seen, Duration.ofNanos(left));
        }
    }

    private static Optional<DeltaApplication> answer(RunRows run, String commandId) {
        return run.applications().stream()
                .map(Kept::value)
                .filter(application -> commandId.equals(application.getCommandId()))
                .filter(application -> ANSWERS.contains(application.getOutcome()))
                .findFirst();
    }

    private static Answer answered(ControlCommand command, DeltaApplication answer) {
        if (answer.getOutcome() == ApplicationOutcome.REFUSED) {
            throw Problem.of(409, "the tuner refused it: " + answer.getReason())
                    .with(OUTCOME, answer.getOutcome().name());
        }
        return Answer.json(
                200,
                body(command)
                        .put("outcome", answer.getOutcome().name())
                        .put("reason", answer.getReason())
                        .put("state_hash", answer.getStateHash()));
    }

    private static ObjectNode body(ControlCommand command) {
        return Replying.object()
                .put("id", command.getId())
                .put("action", command.getAction().name())
                .put("actor", command.getActor())
                .put("key_id", command.getKeyId());
    }
}
