package io.soakstream.notifier.fake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * docs.slack.dev/messaging/formatting-message-text, "Escaping text": ampersand, less-than and greater-than are to be
 * replaced by entities; what stands between the raw signs is a link or a mention.
 */
final class MrkdwnRules {
    private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+(\\|[^<>|\\n]*)?>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");
    private static final Pattern RAW = Pattern.compile("[<>&]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private MrkdwnRules() {}

    /** Why it is refused. */
    static Optional<String> problem(String text) {
        String rest = ENTITY.matcher(LINK.matcher(text).replaceAll("")).replaceAll("");
        if (RAW.matcher(rest).find()) {
            return Optional.of("not escaped");
        }
        if (CONTROL.matcher(rest).find()) {
            return Optional.of("control character");
        }
        boolean lone = text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
        return lone ? Optional.of("half a character") : Optional.empty();
    }
}
