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
 */
record SidecarNotes(int sent, boolean isIdle) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param artifacts directory of the bot */
    static SidecarNotes of(Path artifacts) throws IOException {
        JsonNode state =
                JSON.readTree(artifacts.resolve(".soakstream/state.json").toFile());
        return new SidecarNotes(state.path("sent").size(), !state.hasNonNull("pending"));
    }
}
