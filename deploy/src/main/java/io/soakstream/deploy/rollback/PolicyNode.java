package io.soakstream.deploy.rollback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A node of the policy's YAML that knows where it stands; every failure names its path. */
record PolicyNode(String path, Object value) {

    PolicyNode get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(below(key) + ": is missing"));
    }

    Optional<PolicyNode> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    Map<String, PolicyNode> map() {
        if (!(value instanceof Map<?, ?> entries)) {
            throw wrong("must be a mapping");
        }
        Map<String, PolicyNode> nodes = new LinkedHashMap<>();
        entries.forEach(
                (key, entry) -> nodes.put(String.valueOf(key), new PolicyNode(below(String.valueOf(key)), entry)));
        return nodes;
    }

    List<PolicyNode> list() {
        if (!(value instanceof List<?> items)) {
            throw wrong("must be a list");
        }
        return IntStream.range(0, items.size())
                .mapToObj(index -> new PolicyNode(path + "[" + index + "]", items.get(index)))
                .toList();
    }

    /** A mistyped key must not pass for one that was left out. */
    void allow(String... keys) {
        Set<String> known = Set.of(keys);
        map().keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(below(key) + ": is not a key of the policy");
        });
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        map().forEach((key, node) -> texts.put(key, node.text()));
        return texts;
    }

    String text() {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw wrong("must be a text");
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("must be true or false");
    }

    long whole() {
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw wrong("must be a whole number from 0 on");
    }

    double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong("must be a number");
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(path + ": " + what);
    }
}
