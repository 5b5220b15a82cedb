package io.soakstream.producer.overrides;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** From the record to what a bot may use: only if its values and its document have the hash that it states. */
public final class OverridesReading {
    private OverridesReading() {}

    /** @throws RefusedOverridesException it may not be used; the message says why */
    public static DesiredOverrides of(RuntimeOverrides stated) {
        Overrides values = values(stated);
        String computed = values.stateHash();
        if (!computed.equals(stated.getStateHash())) {
            throw refused(stated, "its values have the state hash " + computed + ", not " + stated.getStateHash());
        }
        if (!Sha256.hex(stated.getDocument()).equals(computed)) {
            throw refused(stated, "its document does not have the state hash of its values, " + computed);
        }
        return new DesiredOverrides(
                stated.getVersion(),
                values,
                computed,
                stated.getDecidedByIteration() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(stated.getDecidedByIteration()),
                Optional.ofNullable(stated.getCommandId()),
                Instant.ofEpochMilli(stated.getEventTimeMs()));
    }

    private static Overrides values(RuntimeOverrides stated) {
        Map<String, BigDecimal> values = new HashMap<>();
        try {
            for (ParameterValue value : stated.getValues()) {
                values.put(value.getName(), new BigDecimal(value.getValue()));
            }
            return Overrides.startingFrom(ParameterCatalogue.standard(), values);
        } catch (InvalidParameterException invalid) {
            throw refused(stated, invalid.getMessage());
        } catch (NumberFormatException notADecimal) {
            throw refused(stated, "a value of it is not a decimal: " + notADecimal.getMessage());
        }
    }

    private static RefusedOverridesException refused(RuntimeOverrides stated, String why) {
        return new RefusedOverridesException("version " + stated.getVersion() + " of the overrides of "
                + stated.getBot() + ":" + stated.getRun() + " is not used: " + why);
    }
}
