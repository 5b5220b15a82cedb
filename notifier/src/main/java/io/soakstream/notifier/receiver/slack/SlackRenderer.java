package io.soakstream.notifier.receiver.slack;

import io.soakstream.notifier.message.Fitting;
import io.soakstream.notifier.message.Link;
import io.soakstream.notifier.message.Message;
import io.soakstream.notifier.message.Section;
import io.soakstream.notifier.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message in Slack's mrkdwn: three characters are escaped, and nothing becomes a mention by accident. */
public final class SlackRenderer {
    private static final String BULLET = "• ";

    private SlackRenderer() {}

    static SlackText render(Message message) {
        return Fitting.fit(message, SlackRenderer::whole, SlackText::fits);
    }

    /** The mrkdwn of all blocks, a line of dashes between them: for people to look at. */
    public static String preview(Message message) {
        SlackText text = render(message);
        return message.isLineOnly() ? text.fallback() : String.join("\n---\n", text.sections());
    }

    private static SlackText whole(Message message) {
        if (message.isLineOnly()) {
            return new SlackText(escaped(message.line().orElseThrow().text()), List.of());
        }
        String title = message.tone().emoji() + " " + message.title().text();
        String fallback = message.line().map(line -> line.text() + "\n").orElse("") + title;
        List<String> sections = new ArrayList<>();
        sections.add(message.line().map(line -> span(line) + "\n").orElse("")
                + message.tone().emoji() + " " + span(message.title()));
        message.sections().forEach(section -> sections.addAll(parts(section)));
        if (!message.links().isEmpty()) {
            sections.add(message.links().stream().map(SlackRenderer::link).collect(Collectors.joining("  ")));
        }
        return new SlackText(escaped(fallback), sections);
    }

    /** A section's rows in as few blocks as hold them; no row is cut. */
    private static List<String> parts(Section section) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder(section.heading().isEmpty() ? "" : "*" + section.heading() + "*");
        for (List<Span> row : section.rows()) {
            String line = (section.heading().isEmpty() ? "" : BULLET)
                    + row.stream().map(SlackRenderer::span).collect(Collectors.joining());
            if (!part.isEmpty() && part.length() + 1 + line.length() > SlackText.MAX_SECTION) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : "\n").append(line);
        }
        parts.add(part.toString());
        return parts;
    }

    /** Inside a mark its own character would end it, and a blank next to it would undo it. */
    private static String span(Span span) {
        String text = escaped(span.text());
        if (text.isEmpty()) {
            return "";
        }
        return switch (span.style()) {
            case PLAIN -> text;
            case STRONG -> "*" + text.replace('*', '∗') + "*";
            case CODE -> "`" + text.replace('`', '\'') + "`";
        };
    }

    private static String link(Link link) {
        return "<" + escaped(link.url()) + "|" + escaped(link.label()) + ">";
    }

    /** docs.slack.dev, formatting: only these three are to be escaped. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
