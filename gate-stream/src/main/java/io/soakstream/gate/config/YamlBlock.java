package io.soakstream.gate.config;

import io.soakstream.schemas.yaml.YamlProblem;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping in a YAML file that knows where it stands, so that whatever is wrong in it is named by file, line and key. */
final class YamlBlock {
    private final String file;
    private final String path;
    private final MappingNode node;
    private final Map<String, Node> values;

    private YamlBlock(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(path, node, "not a mapping");
        }
        this.node = mapping;
        this.values = values(mapping);
    }

    /** @throws InvalidPolicyException it is no YAML, or no mapping; so do all others here */
    static YamlBlock read(String file, InputStream yaml) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeInputStream(yaml)
                    .orElseThrow(() -> new InvalidPolicyException(file + ": empty"));
            return new YamlBlock(file, "", root);
        } catch (YamlEngineException broken) {
            throw new InvalidPolicyException(YamlProblem.of(file, broken).toString(), broken);
        }
    }

    private Map<String, Node> values(MappingNode mapping) {
        Map<String, Node> byKey = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                throw problem(path, key, "a key is no text");
            }
            if (byKey.put(scalar.getValue(), tuple.getValueNode()) != null) {
                throw problem(path(scalar.getValue()), key, "stands there twice");
            }
        }
        return byKey;
    }

    /** Refuses every other key: what nobody reads would decide nothing. */
    YamlBlock only(String... known) {
        Set<String> names = Set.of(known);
        for (NodeTuple tuple : node.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (!names.contains(key)) {
                throw problem(path(key), tuple.getKeyNode(), "unknown key, there are " + String.join(", ", known));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text or number as it is written. */
    String text(String key) {
        if (required(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw invalid(key, "not a text or number");
    }

    YamlBlock block(String key) {
        return new YamlBlock(file, path(key), required(key));
    }

    /** The mappings of a list, at least one. */
    List<YamlBlock> blocks(String key) {
        if (!(required(key) instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw invalid(key, "a list of at least one is needed");
        }
        List<YamlBlock> blocks = new ArrayList<>();
        list.getValue().forEach(item -> blocks.add(new YamlBlock(file, path(key) + "[" + blocks.size() + "]", item)));
        return blocks;
    }

    private Node required(String key) {
        return Optional.ofNullable(values.get(key)).orElseThrow(() -> problem(path(key), node, "missing"));
    }

    InvalidPolicyException invalid(String key, String problem) {
        return problem(path(key), values.getOrDefault(key, node), problem);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private InvalidPolicyException problem(String where, Node at, String problem) {
        String line =
                at.getStartMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
        return new InvalidPolicyException(file + line + ": " + (where.isEmpty() ? "" : where + ": ") + problem);
    }
}
