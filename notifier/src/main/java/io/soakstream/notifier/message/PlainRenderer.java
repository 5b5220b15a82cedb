package io.soakstream.notifier.message;

import java.util.List;
import java.util.stream.Collectors;

/** A message without markup: what logs, terminals and a platform that refuses markup get. */
public final class PlainRenderer {
    private PlainRenderer() {}

    public static String render(Message message) {
        if (message.isLineOnly()) {
            return message.line().orElseThrow().text();
        }
        StringBuilder text = new StringBuilder();
        message.line().ifPresent(line -> text.append(line.text()).append('\n'));
        text.append(message.tone().emoji()).append(' ').append(message.title().text());
        for (Section section : message.sections()) {
            text.append('\n');
            if (!section.heading().isEmpty()) {
                text.append(section.heading()).append(":\n");
            }
            text.append(section.rows().stream()
                    .map(row -> (section.heading().isEmpty() ? "" : "  - ") + row(row))
                    .collect(Collectors.joining("\n")));
        }
        message.links()
                .forEach(link ->
                        text.append('\n').append(link.label()).append(": ").append(link.url()));
        return text.toString();
    }

    private static String row(List<Span> row) {
        return row.stream().map(Span::text).collect(Collectors.joining());
    }
}
