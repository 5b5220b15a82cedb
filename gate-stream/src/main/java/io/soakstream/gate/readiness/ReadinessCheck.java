package io.soakstream.gate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Is a document a readiness score, and does its verdict follow from its numbers? */
public final class ReadinessCheck {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final Set<String> VERDICTS = Set.of("GO", "HOLD");

    private ReadinessCheck() {}

    /** Everything that is wrong with it; numbers are looked at only if everything is there. */
    public static List<String> errors(JsonNode document) {
        List<String> structure = structure(document);
        return structure.isEmpty()
                ? Stream.of(ranges(document), sum(document), verdict(document))
                        .flatMap(List::stream)
                        .toList()
                : structure;
    }

    /** Whether a document without errors says GO. */
    public static boolean isGo(JsonNode document) {
        return document.path("verdict").asText().equals("GO");
    }

    static List<String> structure(JsonNode document) {
        List<String> errors = new ArrayList<>();
        requireText(document, "/runtime/utc", errors);
        requireText(document, "/runtime/version", errors);
        requireNumber(document, "/score", errors);
        for (Section section : Section.values()) {
            requireNumber(document, "/sections/" + section.word(), errors);
        }
        String verdict = document.path("verdict").asText();
        if (!VERDICTS.contains(verdict)) {
            errors.add("verdict must be GO or HOLD: " + document.path("verdict"));
        }
        return errors;
    }

    static List<String> ranges(JsonNode document) {
        List<String> errors = new ArrayList<>();
        requireRange(document, "/score", FULL.intValue(), errors);
        for (Section section : Section.values()) {
            requireRange(document, "/sections/" + section.word(), section.most(), errors);
        }
        return errors;
    }

    /** A score that is not the sum of its sections was not computed but written. */
    private static List<String> sum(JsonNode document) {
        BigDecimal sum = Stream.of(Section.values())
                .map(section -> document.at("/sections/" + section.word()).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal score = document.path("score").decimalValue();
        boolean same = sum.subtract(score).abs().compareTo(new BigDecimal("0.000001")) <= 0;
        return same
                ? List.of()
                : List.of("score " + score.toPlainString() + " is not the sum of the sections, " + sum.toPlainString());
    }

    static List<String> verdict(JsonNode document) {
        boolean full = document.path("score").decimalValue().compareTo(FULL) == 0;
        String verdict = document.path("verdict").asText();
        if (verdict.equals("GO") && !full) {
            return List.of("verdict GO needs a score of 100: " + document.path("score"));
        }
        return verdict.equals("HOLD") && full ? List.of("verdict HOLD cannot stand with a score of 100") : List.of();
    }

    private static void requireText(JsonNode document, String path, List<String> errors) {
        JsonNode node = document.at(path);
        if (!node.isTextual() || node.textValue().isBlank()) {
            errors.add(dotted(path) + " must be text" + found(node));
        }
    }

    private static void requireNumber(JsonNode document, String path, List<String> errors) {
        JsonNode node = document.at(path);
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            errors.add(dotted(path) + " must be a number" + found(node));
        }
    }

    private static void requireRange(JsonNode document, String path, int most, List<String> errors) {
        JsonNode node = document.at(path);
        if (node.isNumber() && !(node.doubleValue() >= 0 && node.doubleValue() <= most)) {
            errors.add(dotted(path) + " must be from 0 to " + most + ": " + node);
        }
    }

    private static String found(JsonNode node) {
        return node.isMissingNode() ? ", is missing" : ": " + node;
    }

    private static String dotted(String path) {
        return path.substring(1).replace('/', '.');
    }
}
