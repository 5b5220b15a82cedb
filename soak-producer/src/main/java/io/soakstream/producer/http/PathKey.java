package io.soakstream.producer.http;

import io.javalin.http.Context;
import io.soakstream.producer.domain.RunKey;

/** The run that a path names. */
final class PathKey {
    private PathKey() {}

    /** @throws Problem 400: a part of it is not a name */
    static RunKey of(Context context) {
        require(context, "bot");
        require(context, "run");
        return new RunKey(context.pathParam("bot"), context.pathParam("run"));
    }

    private static void require(Context context, String part) {
        if (!RunKey.isName(context.pathParam(part))) {
            throw Problem.of(
                    400,
                    part,
                    "must be a name: a letter or digit, then up to 63 letters, digits, dots, dashes or underscores");
        }
    }
}
