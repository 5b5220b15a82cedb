package io.soakstream.schemas.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component of a configuration record means: the only place that says so, docs/configuration.md is made of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** One sentence. */
    String value();

    /** Unit of the value; empty for words and switches. */
    String unit() default "";
}
