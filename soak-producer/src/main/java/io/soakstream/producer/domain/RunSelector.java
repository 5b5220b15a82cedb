package io.soakstream.producer.domain;

import java.util.Optional;

/**
 * Which run is meant: by its full key, or by its name alone where only one bot has a run of that name.
 *
 * @param bot name of the bot; empty: any
 * @param run name of the run
 */
public record RunSelector(Optional<String> bot, String run) {

    /**
     * Reads {@code BOT:RUN} or {@code RUN}.
     *
     * @throws IllegalArgumentException it is neither
     */
    public static RunSelector parse(String text) {
        if (text.indexOf(':') >= 0) {
            RunKey key = RunKey.parse(text);
            return new RunSelector(Optional.of(key.bot()), key.run());
        }
        if (!RunKey.isName(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a run: expected BOT:RUN or RUN");
        }
        return new RunSelector(Optional.empty(), text);
    }

    /** Whether the key of a record, as text, belongs to the run; a key that is no run key does not. */
    public boolean matches(String key) {
        int colon = key.length() - run.length() - 1;
        if (colon < 0 || !key.endsWith(":" + run)) {
            return false;
        }
        String owner = key.substring(0, colon);
        return bot.map(owner::equals).orElseGet(() -> RunKey.isName(owner));
    }

    @Override
    public String toString() {
        return bot.map(name -> name + ":" + run).orElse(run);
    }
}
