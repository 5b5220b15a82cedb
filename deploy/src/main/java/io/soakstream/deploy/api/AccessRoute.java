package io.soakstream.deploy.api;

import io.javalin.http.Context;
import io.soakstream.deploy.http.Role;
import io.soakstream.producer.http.Answer;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What whoever asks may do here, so that a page offers nothing that would be refused. */
final class AccessRoute {
    private final boolean signs;

    /** @param signs whether this process has a key to sign commands with */
    AccessRoute(boolean signs) {
        this.signs = signs;
    }

    CompletableFuture<Answer> state(Context context) {
        return Replying.json(Replying.object()
                .put("role", Role.of(context).name().toLowerCase(Locale.ROOT))
                .put("signs_commands", signs));
    }
}
