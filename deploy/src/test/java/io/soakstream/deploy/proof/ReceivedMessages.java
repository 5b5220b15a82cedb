package io.soakstream.deploy.proof;

import io.soakstream.notifier.fake.Accepted;
import io.soakstream.notifier.fake.FakePlatform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a platform has taken, by run and iteration, of which there is one message at most. */
final class ReceivedMessages {
    private static final Pattern RUN = Pattern.compile("chaos:(run\\d+)|\"run\":\"(run\\d+)\"");
    private static final Pattern ITERATION = Pattern.compile("iteration (\\d+), 20|\"iteration\":(\\d+)");

    private final Map<String, List<Accepted>> byVerdict = new HashMap<>();

    ReceivedMessages(FakePlatform platform) {
        platform.messages().forEach(message -> byVerdict
                .computeIfAbsent(key(message.text()), key -> new ArrayList<>())
                .add(message));
    }

    static String key(String run, int iteration) {
        return run + "#" + iteration;
    }

    private static String key(String text) {
        return key(first(RUN, text), Integer.parseInt(first(ITERATION, text)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    boolean contains(String key) {
        return byVerdict.containsKey(key);
    }

    /** What was taken first of a verdict's messages. */
    Accepted first(String key) {
        return byVerdict.get(key).get(0);
    }

    /** Messages that are there more than once without saying so. */
    List<String> unmarkedRepeats() {
        return byVerdict.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .filter(message -> !message.isMarkedAsRepeat())
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    long repeats() {
        return byVerdict.values().stream()
                .mapToLong(messages -> messages.size() - 1L)
                .sum();
    }

    int size() {
        return byVerdict.size();
    }
}
