package io.soakstream.producer.telemetry;

import java.util.HashMap;
import java.util.Map;

/** Reads one line of Prometheus' text format 0.0.4, from left to right: name, labels, value; a time stamp is passed over. */
final class ExpositionLine {
    private final String text;
    private final int number;
    private int at;

    /** @param number of the line, from 1 */
    ExpositionLine(String text, int number) {
        this.text = text;
        this.number = number;
    }

    Sample sample() {
        String name = name();
        Map<String, String> labels = new HashMap<>();
        if (next('{')) {
            labels(labels);
        }
        return new Sample(name, labels, value());
    }

    private void labels(Map<String, String> labels) {
        skipSpace();
        while (!next('}')) {
            String label = name();
            require('=');
            skipSpace();
            require('"');
            if (labels.put(label, quoted()) != null) {
                throw malformed("label " + label + " is there twice");
            }
            skipSpace();
            if (!next(',') && !is('}')) {
                throw malformed("expected , or } in column " + (at + 1));
            }
            skipSpace();
        }
    }

    private String name() {
        int begin = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw malformed("expected a name in column " + (at + 1));
        }
        String name = text.substring(begin, at);
        skipSpace();
        return name;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (!next('"')) {
            char one = take();
            value.append(one == '\\' ? unescaped(take()) : one);
        }
        return value.toString();
    }

    private static char unescaped(char escaped) {
        return escaped == 'n' ? '\n' : escaped;
    }

    private double value() {
        skipSpace();
        int end = at;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        return switch (word) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> number(word);
        };
    }

    private double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException unreadable) {
            throw malformed("\"" + word + "\" is not a number");
        }
    }

    private void require(char wanted) {
        if (!next(wanted)) {
            throw malformed("expected " + wanted + " in column " + (at + 1));
        }
    }

    private boolean next(char wanted) {
        if (!is(wanted)) {
            return false;
        }
        at++;
        return true;
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private char take() {
        if (at == text.length()) {
            throw malformed("it ends within a label");
        }
        return text.charAt(at++);
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char one) {
        return one == ' ' || one == '\t';
    }

    private static boolean isOfName(char one) {
        return one >= 'a' && one <= 'z'
                || one >= 'A' && one <= 'Z'
                || one >= '0' && one <= '9'
                || one == '_'
                || one == ':';
    }

    private MalformedMetricsException malformed(String message) {
        return new MalformedMetricsException(number, message);
    }
}
