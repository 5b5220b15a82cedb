package io.soakstream.tuner.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every vector is asserted once, or stands in {@link Superseded} with the rule that takes its place. */
class VectorLedgerTest {
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void shouldAssertEveryVectorOnceOrSayWhyNot() throws IOException {
        // Given
        List<String> asserted = asserted();
        List<String> superseded = Superseded.TABLE.stream().map(Superseded::id).toList();

        // Then
        assertThat(Stream.concat(asserted.stream(), superseded.stream()).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Vector.all().stream().map(Vector::id).toList());
        assertThat(Superseded.TABLE).allSatisfy(row -> {
            assertThat(row.rule()).isNotBlank();
            assertThat(row.reason()).isNotBlank();
        });
    }

    private static List<String> asserted() throws IOException {
        try (Stream<Path> sources = Files.walk(TESTS)) {
            return sources.filter(source -> source.toString().endsWith("VectorsTest.java"))
                    .map(VectorLedgerTest::type)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .map(method -> method.getAnnotation(AssertsVectors.class))
                    .filter(annotation -> annotation != null)
                    .flatMap(annotation -> Arrays.stream(annotation.value()))
                    .toList();
        }
    }

    private static Class<?> type(Path source) {
        String name = TESTS.relativize(source).toString().replace('/', '.').replaceAll("\\.java$", "");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name, missing);
        }
    }
}
