package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.ControlAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Keeps the notifier quiet about a run. */
@Command(
        name = "silence",
        description = {
            "Keeps the notifier quiet about the run: for a while, or but for a FAIL until the run ends.",
            "A rollback is told all the same. A later silence takes the place of an earlier one."
        })
final class ControlSilenceCommand extends SignedCommand {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smhd])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long, such as 30m or 4h. Without it a FAIL is told all the same.")
    private Optional<String> duration = Optional.empty();

    ControlSilenceCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    ControlAction action() {
        return ControlAction.SILENCE;
    }

    @Override
    Long expiresAtMs() {
        return duration.map(this::parse)
                .map(length -> clock().instant().plus(length).toEpochMilli())
                .orElse(null);
    }

    private Duration parse(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec().commandLine(), "--for: \"" + text + "\" is not a duration such as 30m, 4h or 2d");
        }
        return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }
}
