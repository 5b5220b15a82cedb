package io.soakstream.producer.source;

/** What a soak was read from. */
public enum SourceKind {
    DIRECTORY("directory"),
    JSON_LINES("jsonl"),
    RECORDING("recording");

    private final String word;

    SourceKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
