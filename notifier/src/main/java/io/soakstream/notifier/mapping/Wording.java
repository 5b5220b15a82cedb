package io.soakstream.notifier.mapping;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Words for the codes of another module, which alone knows them, and lengths that any record of the ledger bears.
 *
 * @param sentences from a reason code to a sentence
 */
record Wording(UnaryOperator<String> sentences) {
    /** Longest text that is kept (code points). */
    private static final int MAX_LENGTH = 500;
    /** Most texts of a kind that are kept (count). */
    private static final int MAX_TEXTS = 40;

    List<String> reasons(List<String> codes) {
        return texts(codes.stream().map(this::sentence).toList());
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().limit(MAX_TEXTS).map(Wording::text).toList();
    }

    static String text(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    /** A code of a newer gate may have other arguments: then it is shown as it is. */
    private String sentence(String code) {
        try {
            return sentences.apply(code);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return code;
        }
    }
}
