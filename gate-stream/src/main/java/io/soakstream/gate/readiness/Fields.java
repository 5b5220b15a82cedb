package io.soakstream.gate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.MalformedDocumentException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The fields of a document, by their paths with dots.
 *
 * @param document name of the document, for messages
 */
record Fields(String document, JsonNode root) {

    /**
     * A number; empty: it is missing, null or not finite.
     *
     * @throws MalformedDocumentException it is no number
     */
    OptionalDouble number(String path) {
        JsonNode node = node(path);
        if (isAbsent(node)) {
            return OptionalDouble.empty();
        }
        if (!node.isNumber()) {
            throw new MalformedDocumentException(document + ": " + path + ": must be a number: " + node);
        }
        double value = node.doubleValue();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * A number that cannot be outside of a range.
     *
     * @throws MalformedDocumentException it is no number, or outside
     */
    OptionalDouble number(String path, double least, double most) {
        OptionalDouble number = number(path);
        if (number.isPresent() && !(number.getAsDouble() >= least && number.getAsDouble() <= most)) {
            throw new MalformedDocumentException(
                    document + ": " + path + ": " + number.getAsDouble() + " is outside " + least + ".." + most);
        }
        return number;
    }

    /** @throws MalformedDocumentException it is no text */
    Optional<String> text(String path) {
        JsonNode node = node(path);
        if (isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new MalformedDocumentException(document + ": " + path + ": must be text: " + node);
        }
        return Optional.of(node.textValue());
    }

    /** Missing counts as no; so does what is no truth value. */
    boolean isTrue(String path) {
        return node(path).isBoolean() && node(path).booleanValue();
    }

    private JsonNode node(String path) {
        return root.at("/" + path.replace('.', '/'));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
