package io.soakstream.schemas.runtime;

import io.soakstream.schemas.setting.InvalidSettingException;
import io.soakstream.schemas.setting.SettingReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Settings in layers: defaults, then a file, then the environment, then flags. A name that no setting has is refused
 * wherever it stands: a mistyped one must not pass for the default.
 */
public final class LayeredSettings {
    private static final Pattern SERVICE_LINK =
            Pattern.compile("SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_(TCP|UDP|SCTP)(_.*)?)?");

    private final SettingSources sources;
    private final Map<?, ?> file;

    /**
     * @param roots roots that {@link #resolve} is asked for
     * @param otherRoots roots that may stand in the file as well, for other readers
     * @throws InvalidSettingException the file cannot be read, or it or a flag names another root
     */
    public LayeredSettings(SettingSources sources, Set<String> roots, Set<String> otherRoots) {
        this.sources = sources;
        this.file = sources.file().<Map<?, ?>>map(SettingFile::read).orElse(Map.of());
        for (Object root : file.keySet()) {
            if (!roots.contains(root) && !otherRoots.contains(root)) {
                throw new InvalidSettingException(String.valueOf(root), "no such group of settings").from(fileOrigin());
            }
        }
        for (SettingSources.Assignment assignment : sources.assignments()) {
            if (!roots.contains(assignment.root())) {
                throw new InvalidSettingException(assignment.path(), "no such setting").from(assignment.flag());
            }
        }
    }

    /**
     * Settings, and where each came from.
     *
     * @param origins by path: {@code default}, {@code file PATH}, {@code environment NAME} or a flag
     */
    public record Resolved<T extends Record>(T settings, Map<String, String> origins) {
        public Resolved {
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        }
    }

    /**
     * The settings of a root.
     *
     * @param defaults what holds where no layer says otherwise
     * @throws InvalidSettingException a name or value is wrong; the message begins with the path or variable and says
     *     where it stands
     */
    public <T extends Record> Resolved<T> resolve(String root, T defaults) {
        Map<String, String> variables = new LinkedHashMap<>();
        SettingReference.rows(root, defaults).forEach(row -> variables.put(row.path(), row.environmentVariable()));
        SettingLayers layers = new SettingLayers(root, variables.keySet());
        if (file.containsKey(root)) {
            readFile(layers, root, file.get(root));
        }
        refuseUnknownVariables(root, variables);
        variables.forEach((path, variable) -> readVariable(layers, path, variable));
        sources.switches().stream()
                .filter(other -> layers.isSetting(other.path()) && other.isOn(sources.environment()))
                .forEach(other -> layers.put(other.path(), other.text(), environmentOrigin(other.variable())));
        sources.assignments().stream()
                .filter(assignment -> assignment.root().equals(root))
                .forEach(assignment -> layers.put(assignment.path(), assignment.text(), assignment.flag()));
        return new Resolved<>(layers.over(defaults), layers.origins());
    }

    /** What the file holds under a root that another reader understands; empty: nothing. */
    public Optional<Object> other(String root) {
        return Optional.ofNullable(file.get(root));
    }

    /** A group without content, as when all its lines are commented out, says nothing. */
    private void readFile(SettingLayers layers, String path, Object content) {
        boolean group = layers.isGroup(path);
        if (group && content instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> readFile(layers, path + "." + key, value));
        } else if (!group || content != null) {
            layers.put(path, content, fileOrigin());
        }
    }

    private void refuseUnknownVariables(String root, Map<String, String> variables) {
        String prefix = SettingReference.environmentVariable(root + ".");
        for (String variable : new TreeSet<>(sources.environment().keySet())) {
            if (variable.startsWith(prefix) && !variables.containsValue(variable) && !isServiceLink(variable, prefix)) {
                throw new InvalidSettingException(variable, "no setting has this environment variable");
            }
        }
    }

    /** Kubernetes puts such into every container for a service that happens to be called like our prefix. */
    private static boolean isServiceLink(String variable, String prefix) {
        return SERVICE_LINK.matcher(variable.substring(prefix.length())).matches();
    }

    private void readVariable(SettingLayers layers, String path, String variable) {
        String text = sources.environment().get(variable);
        if (text != null) {
            layers.put(path, text, environmentOrigin(variable));
        }
    }

    private String fileOrigin() {
        return "file " + sources.file().orElseThrow();
    }

    private static String environmentOrigin(String variable) {
        return "environment " + variable;
    }
}
