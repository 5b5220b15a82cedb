package io.soakstream.notifier.secret;

import java.util.Objects;

/** A text that is never printed: only whoever needs it to connect reveals it. */
public final class Secret {
    private static final String MASK = "***";
    private final String value;

    /** @throws IllegalArgumentException it is blank or has a line break inside */
    public Secret(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not one line of text");
        }
        this.value = text;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }
}
