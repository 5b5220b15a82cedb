package io.soakstream.notifier.message;

/**
 * A piece of text, clean and short; what it looks like is the renderer's matter, which escapes it.
 *
 * @param text without control characters and line breaks
 */
public record Span(Style style, String text) {

    /** How it is set. */
    public enum Style {
        PLAIN,
        STRONG,
        CODE
    }

    public static Span plain(String text) {
        return new Span(Style.PLAIN, CleanText.of(text));
    }

    public static Span strong(String text) {
        return new Span(Style.STRONG, CleanText.of(text).strip());
    }

    public static Span code(String text) {
        return new Span(Style.CODE, CleanText.of(text).strip());
    }
}
