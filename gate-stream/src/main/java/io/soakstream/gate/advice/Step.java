package io.soakstream.gate.advice;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.Parameter.Clamped;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A change of a parameter that is advised whatever its value is.
 *
 * @param parameter flat name
 * @param factor what the value is multiplied by first; 1: nothing
 * @param delta what is added then (catalogue unit)
 */
record Step(String parameter, BigDecimal factor, BigDecimal delta) {

    static Step plus(String parameter, String delta) {
        return new Step(parameter, BigDecimal.ONE, new BigDecimal(delta));
    }

    static Step times(String parameter, String factor) {
        return new Step(parameter, new BigDecimal(factor), BigDecimal.ZERO);
    }

    /** A part of a limit that counts whole things is never rounded back up to the whole. */
    AdvisedMove from(Parameter known, BigDecimal current) {
        BigDecimal wanted = current.multiply(factor)
                .setScale(known.scale(), RoundingMode.DOWN)
                .add(delta);
        Clamped clamped = known.add(current, wanted.subtract(current));
        return new AdvisedMove(known.path(), known.unit(), current, clamped.value(), text(), clamped.bound());
    }

    private String text() {
        if (factor.compareTo(BigDecimal.ONE) != 0) {
            return "x " + Decimals.plain(factor);
        }
        return (delta.signum() < 0 ? "" : "+") + Decimals.plain(delta);
    }
}
