package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every manifest against the schema of its kind. */
class KubernetesSchemaTest {
    static Stream<Tree> resources() {
        return KubernetesFiles.all();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void shouldBeAResourceThatItsReaderTakes(Tree resource) {
        // When, Then
        assertThatCode(() -> StrictReader.read(resource))
                .as(KubernetesFiles.name(resource))
                .doesNotThrowAnyException();
    }

    /** A reader that lets everything through would say the same of the files. */
    @ParameterizedTest
    @CsvSource({
        "StatefulSet, serviceName, servicName",
        "Deployment, readinessProbe, readynessProbe",
        "NetworkPolicy, podSelector, podSelektor",
        "KafkaTopic, partitions, partition",
        "KafkaUser, patternType, pattern",
        "PodMonitor, podMetricsEndpoints, podMetricEndpoints",
        "PrometheusRule, expr, expression"
    })
    void shouldNoticeAMistypedField(String kind, String field, String mistyped) throws Exception {
        // Given
        Tree resource = KubernetesFiles.all()
                .filter(candidate -> candidate.text("kind").equals(kind))
                .filter(candidate -> candidate.node().toString().contains(field + "="))
                .findFirst()
                .orElseThrow();
        String json = StrictReader.json(resource).replace("\"" + field + "\"", "\"" + mistyped + "\"");

        // When, Then
        assertThatThrownBy(() -> StrictReader.read(Tree.documents(json).get(0))).hasMessageContaining(mistyped);
    }
}
