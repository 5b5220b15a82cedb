package io.soakstream.schemas.yaml;

import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Why a file could not be read as YAML, in one line; the parser's own message takes several and shows an excerpt.
 *
 * @param place the file, and line and column (from 1) where the parser tells them
 * @param problem what is wrong there
 */
public record YamlProblem(String place, String problem) {
    private static final String NOT_YAML = "not YAML: ";

    /** @param file its name, as the user gave it */
    public static YamlProblem of(String file, YamlEngineException broken) {
        if (broken instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            return new YamlProblem(file + mark.map(YamlProblem::position).orElse(""), oneLine(marked.getProblem()));
        }
        return new YamlProblem(file, oneLine(broken.getMessage()));
    }

    private static String position(Mark mark) {
        return ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String oneLine(String text) {
        return NOT_YAML + text.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Place and problem. */
    @Override
    public String toString() {
        return place + ": " + problem;
    }
}
