package io.soakstream.gate.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ES modules as one script, for a page that can load nothing: each becomes a function of its own that gives what it
 * exports, after those that it imports from. Knows the forms that our modules have, {@code import {a, b} from
 * "./file.js"} and {@code export} before a declaration, and refuses every other. Lines of comments are left out.
 */
public final class ModuleBundle {
    private static final Pattern IMPORT =
            Pattern.compile("^import \\{ ([\\w, ]+) } from \"\\./([\\w-]+\\.js)\";$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async )?(?:function|const|class) (\\w+))", Pattern.MULTILINE);
    /** Lines that hold nothing else; a reader of the page pays for each of their bytes. */
    private static final Pattern COMMENT =
            Pattern.compile("^ *(?://.*|/\\*\\*(?:[^*]++|\\*(?!/))*+\\*/)\\n", Pattern.MULTILINE);

    private static final Pattern OTHER_FORM = Pattern.compile("^(?:import|export)\\b.*$", Pattern.MULTILINE);

    private final UnaryOperator<String> reader;
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final Set<String> entered = new LinkedHashSet<>();

    private ModuleBundle(UnaryOperator<String> reader) {
        this.reader = reader;
    }

    /**
     * The script.
     *
     * @param entry name of the module that starts everything
     * @param reader text of a module by its name
     * @throws IllegalArgumentException a module imports from itself, by whatever way, or has a form that is not known
     */
    public static String of(String entry, UnaryOperator<String> reader) {
        ModuleBundle bundle = new ModuleBundle(reader);
        bundle.add(entry);
        return "const modules = {};\n" + String.join("", bundle.scripts.values());
    }

    private void add(String name) {
        if (scripts.containsKey(name)) {
            return;
        }
        if (!entered.add(name)) {
            throw new IllegalArgumentException(name + ": imports from itself by way of " + entered);
        }
        String module = reader.apply(name);
        Matcher imports = IMPORT.matcher(module);
        while (imports.find()) {
            add(imports.group(2));
        }
        scripts.put(name, script(name, module));
    }

    private static String script(String name, String module) {
        List<String> exports = new ArrayList<>();
        String body =
                IMPORT.matcher(COMMENT.matcher(module).replaceAll("")).replaceAll("const { $1 } = modules[\"$2\"];");
        body = EXPORT.matcher(body).replaceAll(export -> {
            exports.add(export.group(1));
            return "";
        });
        Matcher other = OTHER_FORM.matcher(body);
        if (other.find()) {
            throw new IllegalArgumentException(name + ": cannot be put into one script: " + other.group());
        }
        return "modules[\"" + name + "\"] = (() => {\n" + body + "return { " + String.join(", ", exports)
                + " };\n})();\n";
    }
}
