package io.soakstream.gate.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every vector is asserted once, or stands in {@link Superseded} with its reason. */
class VectorLedgerTest {
    private static final List<String> TESTS = List.of(
            "io.soakstream.gate.domain.FindingVectorsTest",
            "io.soakstream.gate.domain.StatisticsVectorsTest",
            "io.soakstream.gate.account.DeltaVerificationTest",
            "io.soakstream.gate.golden.GoldenComparisonTest",
            "io.soakstream.gate.readiness.ReadinessVectorsTest",
            "io.soakstream.gate.readiness.ReadinessScoreTest");

    @Test
    void shouldAssertEveryVectorOnceOrSayWhyNot() {
        assertThat(Stream.concat(asserted(), Superseded.TABLE.stream().map(Superseded::id))
                        .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Vector.all().stream().map(Vector::id).toList());
        assertThat(Superseded.TABLE).allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    }

    private static Stream<String> asserted() {
        return TESTS.stream()
                .map(VectorLedgerTest::type)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> method.getAnnotation(AssertsVectors.class))
                .filter(annotation -> annotation != null)
                .flatMap(annotation -> Arrays.stream(annotation.value()));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name, missing);
        }
    }
}
