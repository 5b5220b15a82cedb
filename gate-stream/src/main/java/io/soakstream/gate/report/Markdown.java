package io.soakstream.gate.report;

import java.util.List;
import java.util.stream.Collectors;

/** The few forms of Markdown that the reports have. What stands in a cell cannot break its table. */
public final class Markdown {
    private Markdown() {}

    /** Head of a table with the line below it. */
    public static String head(String... columns) {
        return row(columns) + "|" + "---|".repeat(columns.length) + "\n";
    }

    public static String row(String... cells) {
        return "| " + List.of(cells).stream().map(Markdown::cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    /** A section's title with the rule above it. */
    public static String section(String title) {
        return "\n---\n\n## " + title + "\n\n";
    }

    public static String bullets(List<String> lines) {
        return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ");
    }
}
