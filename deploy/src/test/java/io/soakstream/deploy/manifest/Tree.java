package io.soakstream.deploy.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A YAML document with its merge keys carried out, and ways through it. */
record Tree(Object node) {
    private static final String MERGE = "<<";

    static Tree read(Path file) {
        return documents(file).get(0);
    }

    static List<Tree> documents(Path file) {
        return documents(text(file));
    }

    static List<Tree> documents(String yaml) {
        List<Tree> documents = new ArrayList<>();
        LoadSettings strict =
                LoadSettings.builder().setAllowDuplicateKeys(false).build();
        new Load(strict).loadAllFromString(yaml).forEach(document -> documents.add(new Tree(merged(document))));
        return List.copyOf(documents);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object merged(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(Tree::merged).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        if (map.get(MERGE) instanceof Map<?, ?> base) {
            new Tree(merged(base)).map().forEach(result::put);
        }
        map.forEach((key, value) -> {
            if (!MERGE.equals(key)) {
                result.put(String.valueOf(key), merged(value));
            }
        });
        return result;
    }

    /** The node below these keys; empty where one is missing. */
    Optional<Tree> at(String... keys) {
        Object found = node;
        for (String key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(found).map(Tree::new);
    }

    /** The text of a scalar. */
    String text(String... keys) {
        return at(keys).map(found -> String.valueOf(found.node())).orElse("");
    }

    /** The entries of a list; none where it is missing. */
    List<Tree> list(String... keys) {
        return at(keys).map(found -> found.node() instanceof List<?> list ? list : List.of()).orElse(List.of()).stream()
                .map(entry -> new Tree((Object) entry))
                .toList();
    }

    /** The texts of a list. */
    List<String> texts(String... keys) {
        return list(keys).stream().map(entry -> String.valueOf(entry.node())).toList();
    }

    /** The entries of a map; none where it is missing. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(String... keys) {
        return at(keys).map(found -> (Map<String, Object>) found.node()).orElse(Map.of());
    }
}
