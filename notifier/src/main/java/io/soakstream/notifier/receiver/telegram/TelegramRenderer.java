package io.soakstream.notifier.receiver.telegram;

import io.soakstream.notifier.message.Fitting;
import io.soakstream.notifier.message.Link;
import io.soakstream.notifier.message.Message;
import io.soakstream.notifier.message.Section;
import io.soakstream.notifier.message.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A message in Telegram's HTML, where four characters are escaped; MarkdownV2 would have eighteen. */
public final class TelegramRenderer {
    private TelegramRenderer() {}

    static TelegramText render(Message message) {
        return Fitting.fit(message, TelegramRenderer::whole, TelegramText::fits);
    }

    /** The HTML: for people to look at. */
    public static String preview(Message message) {
        return render(message).html();
    }

    private static TelegramText whole(Message message) {
        return new TelegramText(text(message, true), text(message, false));
    }

    private static String text(Message message, boolean html) {
        if (message.isLineOnly()) {
            return span(message.line().orElseThrow(), html);
        }
        StringBuilder text = new StringBuilder();
        message.line().ifPresent(line -> text.append(span(line, html)).append('\n'));
        text.append(message.tone().emoji()).append(' ').append(span(message.title(), html));
        for (Section section : message.sections()) {
            text.append('\n');
            if (!section.heading().isEmpty()) {
                text.append(html ? "<b>" + section.heading() + "</b>" : section.heading())
                        .append('\n');
            }
            String bullet = section.heading().isEmpty() ? "" : "• ";
            text.append(
                    section.rows().stream().map(row -> bullet + row(row, html)).collect(Collectors.joining("\n")));
        }
        message.links().forEach(link -> text.append('\n').append(link(link, html)));
        return text.toString();
    }

    private static String row(List<Span> row, boolean html) {
        return row.stream().map(span -> span(span, html)).collect(Collectors.joining());
    }

    private static String span(Span span, boolean html) {
        if (!html || span.text().isEmpty()) {
            return span.text();
        }
        String text = escaped(span.text());
        return switch (span.style()) {
            case PLAIN -> text;
            case STRONG -> "<b>" + text + "</b>";
            case CODE -> "<code>" + text + "</code>";
        };
    }

    private static String link(Link link, boolean html) {
        return html
                ? "<a href=\"" + escaped(link.url()) + "\">" + escaped(link.label()) + "</a>"
                : link.label() + ": " + link.url();
    }

    /** core.telegram.org/bots/api, HTML style: these are to be replaced by the entities. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
