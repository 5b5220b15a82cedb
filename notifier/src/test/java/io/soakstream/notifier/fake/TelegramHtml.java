package io.soakstream.notifier.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * core.telegram.org/bots/api#html-style: "All {@code <}, {@code >} and {@code &} symbols that are not a part of a tag or
 * an HTML entity must be replaced"; named entities are lt, gt, amp and quot alone.
 */
final class TelegramHtml {
    private static final Pattern PIECE = Pattern.compile(
            "<(?<close>/?)(?<tag>b|code|a)(?<href> href=\"[^\"<>]*\")?>|&(?<entity>lt|gt|amp|quot);|(?<text>[^<>&]+)");

    private TelegramHtml() {}

    /** What is left once entities are parsed; empty: they cannot be. */
    static Optional<String> parse(String html) {
        Matcher matcher = PIECE.matcher(html);
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (matcher.lookingAt()) {
            if (matcher.group("text") != null) {
                text.append(matcher.group("text"));
            } else if (matcher.group("entity") != null) {
                text.append(character(matcher.group("entity")));
            } else if (!tag(matcher, open)) {
                return Optional.empty();
            }
            end = matcher.end();
            matcher.region(end, html.length());
        }
        return end == html.length() && open.isEmpty() ? Optional.of(text.toString()) : Optional.empty();
    }

    private static boolean tag(Matcher matcher, Deque<String> open) {
        String tag = matcher.group("tag");
        if (matcher.group("close").isEmpty()) {
            open.push(tag);
            return tag.equals("a") == (matcher.group("href") != null);
        }
        return !open.isEmpty() && open.pop().equals(tag);
    }

    private static char character(String entity) {
        return switch (entity) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            default -> '"';
        };
    }
}
