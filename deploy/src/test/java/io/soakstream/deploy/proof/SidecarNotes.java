package io.soakstream.deploy.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a sidecar has written down of its run.
 *
 * @param sent iterations that were acknowledged (count)
 * @param isIdle whether none is on its way
 * @param version of the overrides that the bot's file was last given; 0: none
 */
record SidecarNotes(int sent, boolean isIdle, long version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param artifacts directory of the bot */
    static SidecarNotes of(Path artifacts) throws IOException {
        JsonNode state =
                JSON.readTree(artifacts.resolve(".soakstream/state.json").toFile());
        return new SidecarNotes(
                state.path("sent").size(),
                !state.hasNonNull("pending"),
                state.path("version").asLong());
    }

    /** Whether so many iterations are there and all of them were sent. */
    boolean hasSentAll(int iterations) {
        return sent == iterations && isIdle;
    }
}
