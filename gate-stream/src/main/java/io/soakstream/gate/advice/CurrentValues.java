package io.soakstream.gate.advice;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.schemas.contract.RuntimeOverrides;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** What advice sets out from: the latest values that are known to have been in force. */
public final class CurrentValues {
    private CurrentValues() {}

    /** Flat name to value; in a run that is judged as recorded the start values, because no others are known. */
    public static SortedMap<String, BigDecimal> of(RunAccount account) {
        SortedMap<String, BigDecimal> values = new TreeMap<>(account.run().startValues());
        account.overrides().last().map(RuntimeOverrides::getValues).ifPresent(latest -> {
            values.clear();
            latest.forEach(value -> GivenDecimals.readable(value.getValue())
                    .ifPresent(decimal -> values.put(value.getName(), decimal)));
        });
        return values;
    }
}
