package io.soakstream.schemas.profile;

import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants a run to begin with: a profile, then a preset on it, then a warm-up towards that.
 *
 * @param profile empty: the values at hand, else the catalogue's start values
 */
public record StartPlan(Optional<Profile> profile, Optional<Preset> preset, Optional<WarmupPlan> warmup) {
    private static final StartPlan NONE = new StartPlan(Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing is asked for. */
    public static StartPlan none() {
        return NONE;
    }

    /**
     * The same by names or paths.
     *
     * @throws InvalidProfileException one of them cannot be used
     */
    public static StartPlan read(
            ParameterCatalogue catalogue, Optional<String> profile, Optional<String> preset, Optional<String> warmup) {
        return new StartPlan(
                profile.map(name -> Profile.read(name, catalogue)),
                preset.map(name -> Preset.read(name, catalogue)),
                warmup.map(name -> WarmupPlan.read(name, catalogue)));
    }

    /**
     * As {@link #read}, but only what ships with the project: a name that comes over a network must not open files.
     *
     * @throws InvalidProfileException one of them does not ship; the message says what does
     */
    public static StartPlan readShipped(
            ParameterCatalogue catalogue, Optional<String> profile, Optional<String> preset, Optional<String> warmup) {
        profile.ifPresent(ProfileSource.PROFILES::requireShipped);
        preset.ifPresent(ProfileSource.PRESETS::requireShipped);
        warmup.ifPresent(ProfileSource.WARMUPS::requireShipped);
        return read(catalogue, profile, preset, warmup);
    }

    public boolean isNone() {
        return profile.isEmpty() && preset.isEmpty() && warmup.isEmpty();
    }

    /**
     * What {@code RunStarted} says.
     *
     * @param profile name of the profile that the values come from
     * @param startOverrides complete values of the first iteration, sorted by name
     * @param schedule steps of the warm-up
     * @param notes what could not be done, or not in full
     */
    public record Start(
            Optional<String> profile,
            List<ParameterValue> startOverrides,
            List<ScheduledValues> schedule,
            List<String> notes) {
        public Start {
            startOverrides = List.copyOf(startOverrides);
            schedule = List.copyOf(schedule);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The start of a run.
     *
     * @param atHand values that are there without a profile, by flat name or path; empty: the catalogue's
     * @throws io.soakstream.schemas.parameter.InvalidParameterException a value at hand is none
     */
    public Start resolve(ParameterCatalogue catalogue, Map<String, BigDecimal> atHand) {
        Overrides values = profile.map(Profile::values).orElseGet(() -> Overrides.startingFrom(catalogue, atHand));
        List<String> notes = new ArrayList<>();
        if (preset.isPresent()) {
            Preset.Applied applied = preset.get().applyTo(values);
            values = applied.values();
            notes.addAll(applied.notes());
        }
        List<ScheduledValues> steps = List.of();
        if (warmup.isPresent()) {
            WarmupPlan.Schedule schedule = warmup.get().schedule(values);
            values = schedule.start();
            steps = schedule.steps();
            notes.addAll(schedule.notes());
        }
        return new Start(profile.map(Profile::name), ParameterValues.of(values), steps, notes);
    }
}
