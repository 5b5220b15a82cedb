package io.soakstream.deploy.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a topic holds that it must not hold, and the reverse. No tolerance: a loss looks like one lost transaction.
 *
 * @param topic its name without the prefix
 * @param expected records of the undisturbed run (count)
 * @param lost identities that are missing
 * @param duplicated identities that came more often than expected
 * @param extra identities that nothing should have produced
 * @param changed identities with another value
 * @param reordered keys whose records came in another order
 * @param digests keys whose last digest is another
 */
record Differences(
        String topic,
        int expected,
        List<String> lost,
        List<String> duplicated,
        List<String> extra,
        List<String> changed,
        List<String> reordered,
        List<String> digests) {
    private static final int EXAMPLES = 3;

    static Differences between(String topic, List<OutputRecord> expected, List<OutputRecord> actual) {
        Map<String, List<OutputRecord>> wanted = byIdentity(expected);
        Map<String, List<OutputRecord>> found = byIdentity(actual);
        List<String> lost = new ArrayList<>();
        List<String> duplicated = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        wanted.forEach((identity, records) -> {
            List<OutputRecord> others = found.getOrDefault(identity, List.of());
            if (others.size() < records.size()) {
                lost.add(identity);
            } else if (others.size() > records.size()) {
                duplicated.add(identity);
            }
            if (!records.containsAll(others)) {
                changed.add(identity);
            }
        });
        List<String> extra = found.keySet().stream()
                .filter(identity -> !wanted.containsKey(identity))
                .toList();
        return new Differences(
                topic,
                expected.size(),
                lost,
                duplicated,
                extra,
                changed,
                unequal(order(expected), order(actual)),
                unequal(lastDigests(expected), lastDigests(actual)));
    }

    boolean isEmpty() {
        return all().values().stream().allMatch(List::isEmpty);
    }

    String text() {
        String counts = all().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().size() + examples(entry.getValue()))
                .collect(Collectors.joining(", "));
        return topic + ": " + expected + " expected, " + counts;
    }

    private Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("lost", lost);
        all.put("duplicated", duplicated);
        all.put("extra", extra);
        all.put("changed", changed);
        all.put("reordered keys", reordered);
        all.put("other final digests", digests);
        return all;
    }

    private static String examples(List<String> identities) {
        return identities.isEmpty() ? "" : " " + identities.subList(0, Math.min(EXAMPLES, identities.size()));
    }

    private static Map<String, List<OutputRecord>> byIdentity(List<OutputRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.key() + " " + record.id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, List<String>> order(List<OutputRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        OutputRecord::key, Collectors.mapping(OutputRecord::id, Collectors.toList())));
    }

    private static Map<String, String> lastDigests(List<OutputRecord> records) {
        return records.stream()
                .collect(Collectors.toMap(OutputRecord::key, OutputRecord::digest, (earlier, later) -> later));
    }

    private static <V> List<String> unequal(Map<String, V> expected, Map<String, V> actual) {
        List<String> keys = new ArrayList<>(actual.keySet());
        keys.removeAll(expected.keySet());
        expected.forEach((key, value) -> {
            if (!value.equals(actual.get(key))) {
                keys.add(key);
            }
        });
        return keys;
    }
}
