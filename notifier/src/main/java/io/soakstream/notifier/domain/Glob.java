package io.soakstream.notifier.domain;

import java.util.regex.Pattern;

/** A name with stars for whatever may stand there. */
public record Glob(String text) {
    public static final Glob ANY = new Glob("*");

    public boolean matches(String name) {
        String expression = Pattern.quote(text).replace("*", "\\E.*\\Q");
        return Pattern.matches(expression, name);
    }
}
