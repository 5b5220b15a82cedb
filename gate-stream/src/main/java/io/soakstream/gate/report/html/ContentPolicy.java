package io.soakstream.gate.report.html;

import io.soakstream.schemas.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What a page allows itself: its own scripts and style by their hashes, and nothing from anywhere. */
final class ContentPolicy {
    private ContentPolicy() {}

    /** The content security policy for exactly these texts between their tags. */
    static String of(List<String> scripts, String style) {
        return "default-src 'none'; script-src "
                + scripts.stream().map(ContentPolicy::hash).collect(Collectors.joining(" ")) + "; style-src "
                + hash(style) + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
