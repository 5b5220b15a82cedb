package io.soakstream.gate.golden;

/**
 * A place where two documents are not the same.
 *
 * @param path from the root: {@code root.a.b[2]}
 * @param message what is there, in both
 */
public record Drift(String path, Kind kind, String message) {

    /** In what two documents can differ. */
    public enum Kind {
        TYPE("type mismatch"),
        MISSING_KEYS("missing keys"),
        EXTRA_KEYS("extra keys"),
        LENGTH("length mismatch"),
        NUMBER("float drift"),
        VALUE("value mismatch");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** {@code root.a: float drift: 2 against 2.1}. */
    @Override
    public String toString() {
        return path + ": " + kind.words() + ": " + message;
    }
}
