package io.soakstream.producer.domain;

/**
 * Something in a source that could not be taken, while the rest could.
 *
 * @param where file, or file and line or event
 * @param field path of the field inside it; empty when it is about the whole
 * @param message what is wrong with it
 */
public record Rejection(String where, String field, String message) {

    /** One line for a person: {@code ITER_SUMMARY_7.json: summary.risk_ratio: 1.7 is outside 0..1}. */
    @Override
    public String toString() {
        return where + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
