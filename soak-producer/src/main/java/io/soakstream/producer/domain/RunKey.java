package io.soakstream.producer.domain;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The identity of a run and the key of all its records: {@code <bot>:<run>}.
 *
 * @param bot name of the bot
 * @param run name of the run, by default {@code RUN_<epoch_ms>}
 */
public record RunKey(String bot, String run) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException a part is not a name; the message says which and what a name is */
    public RunKey {
        requireName("bot", bot);
        requireName("run", run);
    }

    /**
     * Reads {@code <bot>:<run>}.
     *
     * @throws IllegalArgumentException it is not a run key
     */
    public static RunKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a run key: expected <bot>:<run>");
        }
        return new RunKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A name for a run that was not given one. */
    public static String freshRun(InstantSource clock) {
        return "RUN_" + clock.millis();
    }

    /** Whether the text may be the name of a bot or of a run. */
    public static boolean isName(String text) {
        return PART.matcher(text).matches();
    }

    /** Whether the text is a run key. */
    public static boolean isKey(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && isName(text.substring(0, colon)) && isName(text.substring(colon + 1));
    }

    public String text() {
        return bot + ":" + run;
    }

    /** The key as it is on a topic (UTF-8). */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }

    private static void requireName(String part, String name) {
        Objects.requireNonNull(name, part);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    part + " \"" + name
                            + "\" is not a name: a letter or digit, then up to 63 letters, digits, dots, dashes or underscores");
        }
    }
}
