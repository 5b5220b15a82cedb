package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/** A shape in which bots write an iteration as one JSON object. */
@FunctionalInterface
interface IterationShape {
    /**
     * Reads an object of this shape. An iteration with a field that is refused is refused as a whole: half of it would be
     * judged as if the other half had never been measured.
     *
     * @param root the object
     * @param declared iteration that the file's name or the caller states
     * @param rejections takes what is refused, and notes
     * @return the iteration; empty if anything in it was refused
     */
    Optional<ParsedIteration> parse(JsonNode root, OptionalInt declared, RejectionList rejections);
}
