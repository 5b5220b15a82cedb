package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/** The shapes in which an iteration comes, told by fields that only one of them has: one case for each shape. */
enum IterationShape {
    /** What live and shadow runs of the bot write, by their published JSON schema. */
    LIVE_RUN,
    /** What soak runs write, {@code ITER_SUMMARY_<n>.json}, with a {@code summary} or flat. */
    ITER_SUMMARY;

    static IterationShape of(JsonNode body) {
        boolean live = body.has("duration_seconds") || body.has("exchange") || body.has("symbols");
        return live ? LIVE_RUN : ITER_SUMMARY;
    }

    /** Reads the iteration; empty if anything in it was refused. */
    Optional<ParsedIteration> read(JsonNode body, IterationParser parser, RejectionList rejections) {
        return switch (this) {
            case LIVE_RUN -> LiveRunFields.read(body, parser, rejections);
            case ITER_SUMMARY -> parser.parse(body, OptionalInt.empty(), rejections);
        };
    }
}
