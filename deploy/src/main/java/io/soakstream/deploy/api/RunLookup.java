package io.soakstream.deploy.api;

import io.javalin.http.Context;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.RunRows;
import io.soakstream.deploy.view.RunSummary;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Problem;
import java.util.Optional;

/** The run that a path names; {@code latest} is the bot's newest. */
final class RunLookup {
    private static final String LATEST = "latest";
    private static final int RETRY_SECONDS = 2;

    private final CommittedView view;
    private final RunApi.Feed feed;

    RunLookup(CommittedView view, RunApi.Feed feed) {
        this.view = view;
        this.feed = feed;
    }

    /** Why a run may have gone on without the view; empty: it has not. */
    Optional<String> obstacle() {
        return feed.obstacle().get().or(feed.silence());
    }

    /** @throws Problem 503: the view is not whole yet, and what it does not have may be there all the same */
    CommittedView view() {
        feed.obstacle().get().ifPresent(why -> {
            throw Problem.unavailable(why, RETRY_SECONDS);
        });
        return view;
    }

    /** @throws Problem 400: a part of it is not a name; 404: {@code latest} of a bot without a run */
    RunKey key(Context context) {
        String bot = name(context, "bot");
        String run = name(context, "run");
        if (!run.equals(LATEST)) {
            return new RunKey(bot, run);
        }
        RunSummary newest =
                view().newest(bot).orElseThrow(() -> Problem.of(404, "no run of the bot " + bot + " is known"));
        return new RunKey(newest.bot(), newest.run());
    }

    static String name(Context context, String part) {
        String text = context.pathParam(part);
        if (!RunKey.isName(text)) {
            throw Problem.of(
                    400,
                    part,
                    "must be a name: a letter or digit, then up to 63 letters, digits, dots, dashes or underscores");
        }
        return text;
    }

    /** @throws Problem 404: nothing is known of the run */
    RunRows rows(Context context) {
        return rows(key(context));
    }

    RunRows rows(RunKey key) {
        return view().rows(key.text()).orElseThrow(() -> unknown(key));
    }

    static Problem unknown(RunKey key) {
        return Problem.of(404, "no run " + key + " is known");
    }
}
