package io.soakstream.producer.domain;

import java.util.Optional;

/** What the parameter catalogue says about a start value: its name there, and whether the value may be set. */
public interface StartValueRule {

    /** The flat name of a parameter that a file calls by a flat or a nested name, {@code section.name}. */
    String flatName(String name);

    /**
     * Why the value may not be a start value.
     *
     * @param name flat name
     * @param value plain decimal
     * @return a message that says what is allowed; empty: it may
     */
    Optional<String> refusal(String name, String value);

    /** Takes every value and the last part of every name: for readers that leave the check to the tuner. */
    static StartValueRule lenient() {
        return new StartValueRule() {
            @Override
            public String flatName(String name) {
                return name.substring(name.lastIndexOf('.') + 1);
            }

            @Override
            public Optional<String> refusal(String name, String value) {
                return Optional.empty();
            }
        };
    }
}
