package io.soakstream.notifier.message;

/**
 * Text from topics, made fit for a message: one line, nothing invisible that steers, of limited length. It is cut before
 * it is escaped, so no markup is ever cut.
 */
final class CleanText {
    /** Longest piece (code points). */
    static final int MAX_LENGTH = 250;

    private static final String ELLIPSIS = "…";
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder();
        int length = 0;
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            index += Character.charCount(point);
            if (length == MAX_LENGTH) {
                return clean.append(ELLIPSIS).toString();
            }
            if (steers(point)) {
                continue;
            }
            clean.appendCodePoint(shown(point));
            length++;
        }
        return clean.toString();
    }

    private static int shown(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            return REPLACEMENT;
        }
        boolean breaks = Character.isWhitespace(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
        return breaks ? ' ' : point;
    }

    /** Marks that turn the direction of what follows, or that no reader sees. */
    private static boolean steers(int point) {
        boolean joins = point == 0x200D || point == 0xFE0F;
        return Character.getType(point) == Character.FORMAT && !joins || point == 0x0000;
    }
}
