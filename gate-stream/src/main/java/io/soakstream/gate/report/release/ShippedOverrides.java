package io.soakstream.gate.report.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.OverridesAccount.LastGood;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.gate.report.JsonText;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameter values that a release ships: every one inside its bounds.
 *
 * @param origin where they are from
 */
public record ShippedOverrides(Overrides values, Origin origin) {

    /** Where values are from. */
    public enum Origin {
        LAST_GOOD("in force in the latest iteration that passed"),
        LAST("the last that the run was given; no iteration with known values passed"),
        ECHO("what the bot ran with in the latest iteration, by its own word"),
        RECORDED_DELTAS(
                "start values plus the deltas that the recording says were applied, each kept inside its bounds;"
                        + " the recording does not hold the values themselves"),
        FILE("given beside the recording, which does not hold them");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * The values that a run has shown to be good, or else its last. Values that were decided but never ran are not shipped.
     *
     * @return empty: the run does not say what it ran with
     * @throws io.soakstream.schemas.parameter.InvalidParameterException a value lies outside its bounds; the message names
     *     it
     */
    public static Optional<ShippedOverrides> of(RunAccount account) {
        if (account.run().judgedAsRecorded()) {
            return echo(account.iterations()).or(() -> projected(account));
        }
        return account.overrides()
                .lastGood()
                .flatMap(LastGood::version)
                .map(version -> new ShippedOverrides(values(version), Origin.LAST_GOOD))
                .or(() ->
                        account.overrides().last().map(version -> new ShippedOverrides(values(version), Origin.LAST)));
    }

    private static Overrides values(RuntimeOverrides version) {
        return Overrides.startingFrom(ParameterCatalogue.standard(), decimals(version.getValues()));
    }

    private static Optional<ShippedOverrides> echo(List<IterationAccount> iterations) {
        ParameterCatalogue catalogue = ParameterCatalogue.standard();
        return iterations.stream()
                .reduce((earlier, later) -> later)
                .filter(latest -> !latest.summary().getMixed())
                .map(latest -> decimals(latest.summary().getEffectiveOverrides()))
                .filter(given ->
                        catalogue.tunables().stream().map(Parameter::name).allMatch(given::containsKey))
                .map(given -> new ShippedOverrides(Overrides.startingFrom(catalogue, given), Origin.ECHO));
    }

    private static Optional<ShippedOverrides> projected(RunAccount account) {
        if (account.run().startValues().isEmpty()) {
            return Optional.empty();
        }
        Overrides values = Overrides.startingFrom(
                ParameterCatalogue.standard(), account.run().startValues());
        for (IterationAccount iteration : account.iterations()) {
            values = values.plus(applied(iteration.tuning()));
        }
        return Optional.of(new ShippedOverrides(values, Origin.RECORDED_DELTAS));
    }

    private static Map<String, BigDecimal> applied(TuningAccount tuning) {
        Map<String, BigDecimal> deltas = new TreeMap<>();
        tuning.proposed().stream()
                .filter(move -> tuning.changedKeys().contains(move.parameter()))
                .forEach(move -> move.delta().ifPresent(delta -> deltas.put(move.parameter(), delta)));
        return deltas;
    }

    private static Map<String, BigDecimal> decimals(List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach(value ->
                GivenDecimals.readable(value.getValue()).ifPresent(decimal -> decimals.put(value.getName(), decimal)));
        return decimals;
    }

    /** The file that the bot has: section to name to number. */
    public String document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        values.document().forEach((section, entries) -> {
            ObjectNode node = root.putObject(section);
            entries.forEach((name, value) -> JsonFields.decimal(node, name, Optional.of(value)));
        });
        return JsonText.pretty(root);
    }

    /** Hash of the values (hex SHA-256). */
    public String stateHash() {
        return values.stateHash();
    }
}
