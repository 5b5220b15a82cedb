package io.soakstream.producer.domain;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of the rules in another tuner's rationale: the capitals before the colon of each part, {@code DRIVER: ... | ...}. */
public final class RationaleRules {
    private static final Pattern RULE = Pattern.compile("(?:^|\\|)\\s*([A-Z][A-Z0-9_]*):");

    private RationaleRules() {}

    /** The names in the order of their first mention; none for {@code null} or another notation. */
    public static List<String> names(String rationale) {
        if (rationale == null || rationale.isEmpty()) {
            return List.of();
        }
        return RULE.matcher(rationale)
                .results()
                .map((MatchResult part) -> part.group(1))
                .distinct()
                .toList();
    }
}
