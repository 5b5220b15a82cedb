package io.soakstream.gate.vector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The vectors that a test asserts, by id; {@link VectorLedgerTest} counts that none is forgotten. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AssertsVectors {
    String[] value();
}
