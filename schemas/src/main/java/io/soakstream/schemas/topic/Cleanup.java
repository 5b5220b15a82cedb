package io.soakstream.schemas.topic;

/** What the broker does with old records, as in {@code cleanup.policy}. */
public enum Cleanup {
    DELETE("delete"),
    COMPACT("compact"),
    COMPACT_DELETE("compact,delete");

    private final String config;

    Cleanup(String config) {
        this.config = config;
    }

    public String config() {
        return config;
    }
}
