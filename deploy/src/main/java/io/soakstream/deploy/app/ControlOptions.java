package io.soakstream.deploy.app;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.PrivateKeyFile;
import io.soakstream.schemas.command.UnusableKeyException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every signed command says: to whom, by whom, why, and how long to wait for the answer. */
final class ControlOptions {
    private static final String KEY_VARIABLE = "SOAK_CONTROL_KEY";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_WAIT_SECONDS = 3600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BOT:RUN", description = "The run that is commanded.")
    private String run;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Private key, PKCS #8 as PEM, readable by its owner alone (or " + KEY_VARIABLE
                    + " names the file).")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--key-id",
            required = true,
            paramLabel = "ID",
            description = "Name that the tuner knows the key by.")
    private String keyId;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who commands (default: the user's name).")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stays with the run.")
    private String reason;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Identity of the command: sent again, it has no second effect (default: a fresh one).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--not-after-iteration",
            paramLabel = "N",
            description = "Refused if the run is past iteration N when it gets there.")
    private Optional<Integer> notAfterIteration = Optional.empty();

    @Option(
            names = "--expected-hash",
            paramLabel = "HASH",
            description = "Refused if other values are in force than those with this state hash.")
    private Optional<String> expectedHash = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the answer (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(names = "--no-wait", description = "Send only; how it is answered stays open.")
    private boolean noWait;

    /** @throws ParameterException it is not a run key */
    RunKey runKey() {
        try {
            return RunKey.parse(run);
        } catch (IllegalArgumentException notAKey) {
            throw wrong("BOT:RUN: " + notAKey.getMessage(), notAKey);
        }
    }

    /** @throws ParameterException there is none, or it cannot be used */
    PrivateKey privateKey() {
        Path file = key.or(
                        () -> Optional.ofNullable(System.getenv(KEY_VARIABLE)).map(Path::of))
                .orElseThrow(() -> wrong("--key: which private key? Or name its file in " + KEY_VARIABLE, null));
        try {
            return PrivateKeyFile.read(file);
        } catch (UnusableKeyException unusable) {
            throw wrong("--key: " + unusable.getMessage(), unusable);
        }
    }

    String keyId() {
        return checked(CommandKeys.isKeyId(keyId), "--key-id", keyId);
    }

    String actor() {
        String name = actor.orElseGet(() -> System.getProperty("user.name", ""));
        return checked(!name.isBlank(), "--actor", name);
    }

    String reason() {
        return checked(!reason.isBlank(), "--reason", reason);
    }

    /** Then it may be that of a command that was sent before. */
    boolean isIdGiven() {
        return id.isPresent();
    }

    String id() {
        String text = id.orElseGet(() -> UUID.randomUUID().toString());
        return checked(CommandKeys.isKeyId(text), "--id", text);
    }

    /** The iteration, or null. */
    Integer notAfterIteration() {
        Integer iteration = notAfterIteration.orElse(null);
        return checked(iteration == null || iteration >= 0, "--not-after-iteration", iteration);
    }

    /** The hash, or null. */
    String expectedHash() {
        String hash = expectedHash.orElse(null);
        return checked(hash == null || HASH.matcher(hash).matches(), "--expected-hash", hash);
    }

    /** How long to wait for the answer; empty: not at all. */
    Optional<Duration> patience() {
        int seconds = checked(waitSeconds >= 1 && waitSeconds <= MAX_WAIT_SECONDS, "--wait", waitSeconds);
        return noWait ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private <T> T checked(boolean usable, String flag, T value) {
        if (!usable) {
            throw wrong(flag + ": \"" + value + "\" cannot be used", null);
        }
        return value;
    }

    private ParameterException wrong(String message, Throwable cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
