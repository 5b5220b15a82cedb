package io.soakstream.notifier.secret;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes secrets out of texts that others wrote: exceptions name URLs, and some platforms have the token in the URL. */
public final class Redaction {
    private static final String MASK = "***";
    private static final int MAX_LENGTH = 300;
    /** A shorter part of a secret would be found in ordinary words (characters). */
    private static final int LEAST_PART = 8;

    private final List<String> hidden;

    public Redaction(Collection<Secret> secrets) {
        this.hidden = secrets.stream()
                .map(Secret::reveal)
                .flatMap(Redaction::forms)
                .distinct()
                // The longest first, or a part of it would stay.
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** As it is, as it stands in a URL, and of a URL the path that makes it a secret. */
    private static Stream<String> forms(String secret) {
        Stream<String> whole = Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8));
        return Stream.concat(whole, path(secret).stream());
    }

    private static Optional<String> path(String secret) {
        if (!secret.startsWith("http")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new URI(secret).getRawPath()).filter(path -> path.length() >= LEAST_PART);
        } catch (URISyntaxException noUrl) {
            // Its message would hold the secret.
            return Optional.empty();
        }
    }

    /** The text in one line of limited length, without any of the secrets. */
    public String of(String text) {
        String clean = String.valueOf(text);
        for (String secret : hidden) {
            clean = clean.replace(secret, MASK);
        }
        clean = clean.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH);
    }
}
