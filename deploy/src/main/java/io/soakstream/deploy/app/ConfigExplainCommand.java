package io.soakstream.deploy.app;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.LayeredSettings;
import io.soakstream.schemas.setting.SettingReference;
import io.soakstream.schemas.setting.SettingReference.Row;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every setting that holds, and why it does. */
@Command(
        name = "explain",
        description = {
            "Prints every setting with the place where its value came from.",
            "One a line: name, value, unit, place:  default, file PATH, environment NAME or --set. The later of these wins."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the settings are as printed", "64:a file, a variable or a flag is wrong"})
final class ConfigExplainCommand implements Callable<Integer> {
    private static final String GAP = "  ";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SettingOptions options;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ConfigExplainCommand(Map<String, String> environment) {
        options = new SettingOptions(environment);
    }

    /** A setting and where its value came from. */
    private record Explained(Row row, String origin) {
        String json() {
            return CanonicalJson.write(
                    Map.of("path", row.path(), "value", row.value(), "unit", row.unit(), "origin", origin));
        }
    }

    @Override
    public Integer call() {
        List<Explained> settings = explained();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            settings.forEach(setting -> out.println(setting.json()));
        } else {
            lines(settings).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }

    private List<Explained> explained() {
        LayeredSettings layers = options.settings(List.of());
        List<Explained> settings = new ArrayList<>();
        new TreeMap<>(SettingGroups.DEFAULTS).forEach((root, defaults) -> {
            LayeredSettings.Resolved<Record> resolved = layers.resolve(root, defaults);
            SettingReference.rows(root, resolved.settings())
                    .forEach(row ->
                            settings.add(new Explained(row, resolved.origins().get(row.path()))));
        });
        return settings;
    }

    private static List<String> lines(List<Explained> settings) {
        int path = width(settings, Row::path);
        int value = width(settings, Row::text);
        int unit = width(settings, Row::unit);
        return settings.stream()
                .map(setting -> padded(setting.row().path(), path)
                        + padded(setting.row().text(), value)
                        + padded(setting.row().unit(), unit)
                        + setting.origin())
                .toList();
    }

    private static int width(List<Explained> settings, Function<Row, String> column) {
        return settings.stream()
                .mapToInt(setting -> column.apply(setting.row()).length())
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length()) + GAP;
    }
}
