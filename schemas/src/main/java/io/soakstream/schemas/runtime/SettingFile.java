package io.soakstream.schemas.runtime;

import io.soakstream.schemas.setting.InvalidSettingException;
import io.soakstream.schemas.yaml.YamlProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A YAML file of settings. Every value is read as the text that stands there: the setting knows its own type. */
final class SettingFile {
    private SettingFile() {}

    /**
     * The file as a tree of maps, lists, texts and, where nothing stands after a key, null.
     *
     * @throws InvalidSettingException it cannot be read or is no map; the message begins with the file
     */
    static Map<?, ?> read(Path file) {
        Object document = document(file);
        if (document == null) {
            return Map.of();
        }
        if (document instanceof Map<?, ?> tree) {
            return tree;
        }
        throw new InvalidSettingException(file.toString(), "no YAML map of settings");
    }

    private static Object document(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new FailsafeSchema())
                .setTagConstructors(Map.of(Tag.NULL, nothing -> null))
                .build();
        try (Reader yaml = Files.newBufferedReader(file)) {
            return new Load(settings).loadFromReader(yaml);
        } catch (NoSuchFileException missing) {
            throw new InvalidSettingException(file.toString(), "there is no such file", missing);
        } catch (IOException unreadable) {
            throw new InvalidSettingException(
                    file.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (YamlEngineException broken) {
            YamlProblem found = YamlProblem.of(file.toString(), broken);
            throw new InvalidSettingException(found.place(), found.problem(), broken);
        }
    }
}
