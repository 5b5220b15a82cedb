package io.soakstream.notifier.fake;

import java.util.Optional;

/**
 * A message that a platform has taken.
 *
 * @param reference what the platform calls it
 * @param text all of it, in the platform's markup
 * @param thread message that it answers
 * @param update it took the place of what stood there
 */
public record Accepted(
        String reference, String text, Optional<String> thread, boolean update, boolean silent, long atMs) {
    public boolean isMarkedAsRepeat() {
        return text.contains("possible repeat") || text.contains("\"possible_repeat\":true");
    }
}
