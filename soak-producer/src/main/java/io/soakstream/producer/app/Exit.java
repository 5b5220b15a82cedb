package io.soakstream.producer.app;

import io.soakstream.producer.client.UndeliveredException;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.live.NoAnswerException;
import io.soakstream.producer.overrides.OverridesUnavailableException;
import io.soakstream.producer.recording.NotARecordingException;
import io.soakstream.producer.recording.SplitRunException;
import io.soakstream.producer.sidecar.SidecarRefusedException;
import io.soakstream.producer.sidecar.UndeliverableException;
import io.soakstream.producer.sink.DeliveryFailedException;
import io.soakstream.producer.sink.PublishFailedException;
import io.soakstream.producer.source.UnsupportedSourceException;
import io.soakstream.producer.telemetry.UnansweredException;
import io.soakstream.schemas.registry.RegistryAuthenticationException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How a command ends, and what a failure means for it: one mapping for every command. */
public enum Exit {
    OK(ExitCode.OK),
    /** Something was rejected or not written; the rest was. */
    REJECTED(ExitCode.FAIL),
    NO_ITERATIONS(ExitCode.INCONCLUSIVE),
    /** A path or an option is wrong. */
    USAGE(ExitCode.USAGE),
    /** The broker or the registry is not there. */
    UNAVAILABLE(ExitCode.UNAVAILABLE),
    INTERNAL(ExitCode.INTERNAL);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** A command's work. */
    @FunctionalInterface
    interface Work {
        Exit run() throws Exception;
    }

    /** Runs the work; a failure that a person can do something about becomes one line and a code. */
    static int of(Work work, PrintWriter err) throws Exception {
        try {
            return work.run().code();
        } catch (Exception failure) {
            Exit exit = of(failure);
            if (exit == INTERNAL) {
                throw failure;
            }
            err.println("soak: " + message(failure));
            err.flush();
            return exit.code();
        }
    }

    /** The meaning of a failure. */
    public static Exit of(Exception failure) {
        if (failure instanceof NoIterationsException) {
            return NO_ITERATIONS;
        }
        if (failure instanceof ConfigException
                || failure.getCause() instanceof ConfigException
                || failure instanceof FileSystemException
                || failure instanceof UnsupportedSourceException
                || failure instanceof NotARecordingException
                || failure instanceof SplitRunException
                || failure instanceof SidecarRefusedException) {
            return USAGE;
        }
        if (failure instanceof PublishFailedException unpublished) {
            return unpublished.isUnavailable() ? UNAVAILABLE : REJECTED;
        }
        if (failure instanceof UndeliverableException undelivered) {
            return undelivered.isWorthRepeating() ? UNAVAILABLE : REJECTED;
        }
        return isUnavailable(failure) ? UNAVAILABLE : INTERNAL;
    }

    /** A client that cannot even be made (no resolvable address) is a KafkaException with a cause. */
    private static boolean isUnavailable(Exception failure) {
        return failure instanceof RegistryUnavailableException
                || failure instanceof UnansweredException
                || failure instanceof NoAnswerException
                || failure instanceof OverridesUnavailableException
                || failure instanceof DeliveryFailedException
                || failure instanceof UndeliveredException
                || failure instanceof RegistryAuthenticationException
                || failure instanceof AuthenticationException
                || failure instanceof AuthorizationException
                || failure instanceof UnknownTopicOrPartitionException
                || failure instanceof RetriableException
                || failure instanceof OverridesUnavailableException
                || (failure instanceof KafkaException && failure.getCause() != null);
    }

    /** What to tell of it in one line. */
    public static String message(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": "
                    + (missing.getReason() == null ? "there is no such file" : missing.getReason());
        }
        Throwable cause = failure.getCause();
        boolean unsaid = failure instanceof KafkaException && cause != null && cause.getMessage() != null;
        return unsaid ? failure.getMessage() + ": " + cause.getMessage() : failure.getMessage();
    }
}
