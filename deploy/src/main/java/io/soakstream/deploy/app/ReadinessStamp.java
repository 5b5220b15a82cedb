package io.soakstream.deploy.app;

import io.soakstream.gate.readiness.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What readiness documents are stamped with.
 *
 * @param environment {@code CI_FAKE_UTC}, {@code MM_FREEZE_UTC_ISO} and {@code MM_VERSION} are read
 * @param clock for the time where none is given
 */
record ReadinessStamp(Map<String, String> environment, Clock clock) {
    private static final Path VERSION_FILE = Path.of("VERSION");
    private static final String UNKNOWN_VERSION = "0.1.0";

    /** @throws ParameterException a time that is given is none */
    Stamp stamp(CommandLine command) throws IOException {
        return new Stamp(utc(command), version());
    }

    private String utc(CommandLine command) {
        Optional<String> variable = Stream.of("CI_FAKE_UTC", "MM_FREEZE_UTC_ISO")
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
        if (variable.isEmpty()) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String text = environment.get(variable.get()).trim();
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException none) {
            throw new ParameterException(command, variable.get() + ": is no time in UTC: " + text, none);
        }
    }

    /** {@code MM_VERSION}, or else what the file VERSION in the working directory says. */
    private String version() throws IOException {
        String given = environment.getOrDefault("MM_VERSION", "");
        if (!given.isBlank()) {
            return given.trim();
        }
        return Files.isRegularFile(VERSION_FILE)
                ? Files.readString(VERSION_FILE, StandardCharsets.UTF_8).trim()
                : UNKNOWN_VERSION;
    }
}
