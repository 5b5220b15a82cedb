package io.soakstream.schemas.profile;

import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run comes to its values: some iterations on cautious ones, some on the way back, then the values themselves.
 * Everything is computed from the base, which never changes, so that nothing adds up.
 *
 * <pre>
 * WARMUP 1..w          the preset on the base
 * RAMPDOWN w+1..w+r    from there to the base: 0/r, 1/r, ... of the way
 * STEADY from w+r+1    the base
 * </pre>
 */
public final class WarmupPlan {
    private static final int MAX_ITERATIONS = 1000;
    /** Each is a step that travels with the run until it is taken (count). */
    private static final int MAX_RAMPDOWN = 60;

    private final String name;
    private final ParameterCatalogue catalogue;
    private final Preset preset;
    private final int warmupIterations;
    private final int rampdownIterations;

    private WarmupPlan(
            String name, ParameterCatalogue catalogue, Preset preset, int warmupIterations, int rampdownIterations) {
        this.name = name;
        this.catalogue = catalogue;
        this.preset = preset;
        this.warmupIterations = warmupIterations;
        this.rampdownIterations = rampdownIterations;
    }

    /** Where an iteration stands in the plan. */
    public enum Phase {
        WARMUP,
        RAMPDOWN,
        STEADY
    }

    /**
     * A plan by its name, or else by the path of its file.
     *
     * @throws InvalidProfileException there is none, or its preset or a number in it cannot be used
     */
    public static WarmupPlan read(String nameOrPath, ParameterCatalogue catalogue) {
        ProfileDocument file = ProfileSource.WARMUPS
                .open(nameOrPath)
                .withOnly("name", "version", "preset", "warmup_iterations", "rampdown_iterations");
        file.text("version");
        return new WarmupPlan(
                file.text("name"),
                catalogue,
                Preset.read(ProfileSource.PRESETS.beside(file.label(), file.text("preset")), catalogue),
                file.count("warmup_iterations", 1, MAX_ITERATIONS),
                file.count("rampdown_iterations", 0, MAX_RAMPDOWN));
    }

    public String name() {
        return name;
    }

    /** @param iteration from 1 */
    public Phase phase(int iteration) {
        if (iteration <= warmupIterations) {
            return Phase.WARMUP;
        }
        return iteration < firstSteadyIteration() ? Phase.RAMPDOWN : Phase.STEADY;
    }

    private int firstSteadyIteration() {
        return warmupIterations + rampdownIterations + 1;
    }

    /**
     * What the bot is to run an iteration with.
     *
     * @param base values that the run is to come to
     * @param iteration from 1
     */
    public Overrides values(Overrides base, int iteration) {
        return switch (phase(iteration)) {
            case WARMUP -> preset.applyTo(base).values();
            case RAMPDOWN -> onTheWay(base, iteration - warmupIterations - 1);
            case STEADY -> base;
        };
    }

    /** Rounded once, half-even: a mean of two legal values is legal. */
    private Overrides onTheWay(Overrides base, int stepsDone) {
        Overrides warm = preset.applyTo(base).values();
        Map<String, BigDecimal> values = new TreeMap<>();
        base.values().forEach((parameter, target) -> {
            BigDecimal weighted = warm.values()
                    .get(parameter)
                    .multiply(BigDecimal.valueOf(rampdownIterations - (long) stepsDone))
                    .add(target.multiply(BigDecimal.valueOf(stepsDone)));
            values.put(parameter, mean(catalogue.get(parameter), weighted));
        });
        return Overrides.startingFrom(catalogue, values);
    }

    private BigDecimal mean(Parameter parameter, BigDecimal weighted) {
        return weighted.divide(BigDecimal.valueOf(rampdownIterations), parameter.scale(), RoundingMode.HALF_EVEN);
    }

    /**
     * What a run is started with.
     *
     * @param start values of the first iteration
     * @param steps the changes after it, as {@code RunStarted} has them; the last one is the base
     * @param notes what the preset could not do, or not in full
     */
    public record Schedule(Overrides start, List<ScheduledValues> steps, List<String> notes) {
        public Schedule {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
        }
    }

    /** The plan as steps. The last is there even if it changes nothing: it ends the time in which no rule is evaluated. */
    public Schedule schedule(Overrides base) {
        Preset.Applied first = preset.applyTo(base);
        List<ScheduledValues> steps = new ArrayList<>();
        Overrides before = first.values();
        for (int iteration = 2; iteration <= firstSteadyIteration(); iteration++) {
            Overrides values = values(base, iteration);
            if (!values.equals(before) || iteration == firstSteadyIteration()) {
                steps.add(new ScheduledValues(iteration - 1, ParameterValues.of(values)));
            }
            before = values;
        }
        return new Schedule(first.values(), steps, first.notes());
    }
}
