package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.InvalidProfileException;
import io.soakstream.schemas.profile.StartPlan;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is declared about a run out of one JSON object; every field may be absent, none may be unknown. */
public final class StartBody {
    private static final Set<String> FIELDS = Set.of(
            "mode",
            "period_seconds",
            "total_iterations",
            "declared_hours",
            "start_overrides",
            "profile",
            "preset",
            "warmup",
            "auto_tune");
    private static final Set<String> MODES = Set.of("live", "simulated", "shadow");
    private static final long MAX_PERIOD_SECONDS = 7 * 24 * 3600;

    private final IterationJson json = new IterationJson();
    private final StartValueRule names;

    /** @param names flat names of parameters */
    public StartBody(StartValueRule names) {
        this.names = names;
    }

    /** @throws MalformedJsonException it is not one JSON object within the limits; the message says where */
    public BodyReading<RunStarted> read(byte[] body) {
        JsonNode root = json.read(body, 0, body.length);
        RejectionList rejections = new RejectionList("");
        FieldReader fields = new FieldReader(root, "", rejections);
        fields.refuseUnknown(FIELDS, "is not a field of a start");
        RunStarted started = RunStarted.newBuilder()
                .setMode(mode(fields))
                .setPeriodMs(1_000
                        * whole(fields, "period_seconds", MAX_PERIOD_SECONDS).orElse(300L))
                .setTotalIterations(whole(fields, "total_iterations", Integer.MAX_VALUE)
                        .map(Long::intValue)
                        .orElse(null))
                .setDeclaredHours(fields.amount("declared_hours"))
                .setAutoTune(!fields.has("auto_tune") || fields.flag("auto_tune"))
                .build();
        values(fields, started, rejections);
        return rejections.isEmpty() ? BodyReading.of(started) : BodyReading.refused(rejections.all());
    }

    private static RunMode mode(FieldReader fields) {
        String mode = fields.text("mode");
        if (mode == null) {
            return RunMode.LIVE;
        }
        if (!MODES.contains(mode)) {
            fields.refuse("mode", "\"" + mode + "\" is not one of live, shadow, simulated");
            return RunMode.LIVE;
        }
        return RunMode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    private static Optional<Long> whole(FieldReader fields, String name, long max) {
        Long value = fields.count(name);
        if (value != null && (value < 1 || value > max)) {
            fields.refuse(name, value + " is not within 1.." + max);
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    private void values(FieldReader fields, RunStarted started, RejectionList rejections) {
        Map<String, BigDecimal> stated = ParameterFields.read(fields.object("start_overrides"), names).stream()
                .collect(Collectors.toMap(ParameterValue::getName, value -> new BigDecimal(value.getValue())));
        try {
            StartPlan.Start start = StartPlan.readShipped(
                            ParameterCatalogue.standard(),
                            Optional.ofNullable(fields.text("profile")),
                            Optional.ofNullable(fields.text("preset")),
                            Optional.ofNullable(fields.text("warmup")))
                    .resolve(ParameterCatalogue.standard(), stated);
            started.setProfile(start.profile().orElse(null));
            started.setStartOverrides(start.startOverrides());
            started.setSchedule(start.schedule());
        } catch (InvalidParameterException invalid) {
            rejections.add("start_overrides", invalid.getMessage());
        } catch (InvalidProfileException invalid) {
            rejections.add("", invalid.getMessage());
        }
    }
}
