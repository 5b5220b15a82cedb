package io.soakstream.gate.advice;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RuntimeOverrides;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What advice sets out from: the latest values that are known to have been in force. */
public final class CurrentValues {
    private CurrentValues() {}

    /**
     * Flat name to value; in a run that is judged as recorded what the bot last said it ran with, else the start values,
     * because no others are known.
     */
    public static SortedMap<String, BigDecimal> of(RunAccount account) {
        Optional<List<ParameterValue>> latest = account.run().judgedAsRecorded()
                ? said(account)
                : account.overrides().last().map(RuntimeOverrides::getValues);
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        latest.ifPresent(known -> known.forEach(value ->
                GivenDecimals.readable(value.getValue()).ifPresent(decimal -> values.put(value.getName(), decimal))));
        return values.isEmpty() ? account.run().startValues() : values;
    }

    /** What the bot last said it ran with; empty: it never has. */
    public static Optional<List<ParameterValue>> said(RunAccount account) {
        return account.iterations().stream()
                .map(iteration -> iteration.summary().getEffectiveOverrides())
                .filter(values -> !values.isEmpty())
                .reduce((earlier, later) -> later);
    }
}
