package io.soakstream.deploy.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what {@link ExampleBot} does, and that one is run. */
class ExampleTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String BEGIN = "        try (SoakProducer";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/producing.md"})
    void shouldShowTheProgramThatIsRun(String document) throws IOException {
        assertThat(Files.readString(HOME.resolve(document))).contains(String.join("\n", loop()));
    }

    /** The loop of the example, as far to the left as it can be; the line that only tests need is not shown. */
    private static List<String> loop() throws IOException {
        Path source = HOME.resolve("deploy/src/test/java/io/soakstream/deploy/library/ExampleBot.java");
        List<String> lines = Files.readAllLines(source);
        int begin = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(BEGIN))
                .findFirst()
                .orElseThrow());
        int end = lines.indexOf("        }");
        return lines.subList(begin, end + 1).stream()
                .filter(line -> !line.contains("tell(run)"))
                .map(line -> line.substring(8))
                .toList();
    }
}
