package io.soakstream.notifier.message;

import io.soakstream.notifier.domain.Notice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Links of every message.
 *
 * @param urls by label, in order of the labels; {@code {bot}}, {@code {run}} and {@code {iteration}} stand for those of
 *     the notice
 */
public record LinkTemplates(Map<String, String> urls) {
    public LinkTemplates {
        urls = Map.copyOf(urls);
    }

    public static LinkTemplates none() {
        return new LinkTemplates(Map.of());
    }

    List<Link> of(Notice notice) {
        return urls.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Link(entry.getKey(), filled(entry.getValue(), notice)))
                .toList();
    }

    private static String filled(String template, Notice notice) {
        return template.replace("{bot}", encoded(notice.bot()))
                .replace("{run}", encoded(notice.run()))
                .replace("{iteration}", notice.iteration().map(String::valueOf).orElse("latest"));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
