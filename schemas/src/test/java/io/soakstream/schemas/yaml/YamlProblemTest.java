package io.soakstream.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class YamlProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:~>b: 1         | f.yaml, line 2, column 1: not YAML: found character '\\t(TAB)' that cannot start any",
                "window_length: [ | f.yaml, line 1, column 17: not YAML: expected the node content, but found",
                "a: 1~b: 2~a: 3   | f.yaml, line 3, column 1: not YAML: found duplicate key a",
                "a: 1~---~b: 2    | f.yaml, line 2, column 1: not YAML: but found another document",
                "a: ^             | f.yaml: not YAML: special characters are not allowed"
            })
    void shouldSayInOneLineWhereItIsAndWhatIsWrong(String text, String said) {
        // Given
        Load load = new Load(LoadSettings.builder().setLabel("f.yaml").build());
        String yaml = text.replace('~', '\n').replace('>', '\t').replace('^', '\u0001');
        YamlEngineException broken = catchThrowableOfType(YamlEngineException.class, () -> load.loadFromString(yaml));

        // When
        YamlProblem problem = YamlProblem.of("f.yaml", broken);

        // Then
        assertThat(problem.toString()).startsWith(said).doesNotContain("\n");
    }
}
