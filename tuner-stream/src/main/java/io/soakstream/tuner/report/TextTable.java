package io.soakstream.tuner.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of words under each other. */
final class TextTable {
    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Each row on a line of its own, indented, the columns as wide as they need to be. */
    String render() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column)).append(" ".repeat(padding(row, column) + INDENT.length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int padding(List<String> row, int column) {
        int widest = rows.stream()
                .filter(other -> other.size() > column)
                .mapToInt(other -> other.get(column).length())
                .max()
                .orElse(0);
        return widest - row.get(column).length();
    }
}
