package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the manifests name each other rightly, and that a kustomization names all of them. */
class KubernetesReferencesTest {
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String NAME = "app.kubernetes.io/name";

    @ParameterizedTest
    @ValueSource(strings = {"base", "components/strimzi", "components/monitoring"})
    void shouldNameEveryFileOnceAndNoOther(String directory) {
        // Given
        Path place = KubernetesFiles.DIRECTORY.resolve(directory);
        Tree kustomization = KubernetesFiles.kustomization(place);

        // When
        List<String> named = new ArrayList<>(kustomization.texts("resources"));
        kustomization.list("configMapGenerator").forEach(generator -> named.addAll(generator.texts("files")));

        // Then
        assertThat(named).containsExactlyInAnyOrderElementsOf(KubernetesFiles.files(place));
    }

    @Test
    void shouldGiveEveryResourceANameOfItsOwn() {
        // When
        List<String> names = KubernetesFiles.all().map(KubernetesFiles::name).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadOnlyConfigMapsThatAreMade() {
        // Given
        Set<String> made = KubernetesFiles.kustomization(KubernetesFiles.BASE).list("configMapGenerator").stream()
                .map(generator -> generator.text("name"))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> read = KubernetesFiles.workloads()
                .flatMap(workload -> Stream.concat(
                        KubernetesFiles.pod(workload).list("volumes").stream()
                                .map(volume -> volume.text("configMap", "name")),
                        KubernetesFiles.container(workload).list("envFrom").stream()
                                .map(source -> source.text("configMapRef", "name"))))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(read).isEqualTo(made);
    }

    @Test
    void shouldSelectThePodsThatThereAre() {
        // Given
        Map<String, Tree> pods = KubernetesFiles.workloads()
                .collect(Collectors.toMap(
                        workload -> workload.text("spec", "template", "metadata", "labels", NAME),
                        workload -> workload));

        // When
        List<Tree> services = KubernetesFiles.ofKind("Service");
        List<Tree> budgets = KubernetesFiles.ofKind("PodDisruptionBudget");

        // Then
        assertThat(pods).doesNotContainKey("");
        pods.forEach((name, workload) -> {
            if (!workload.text("kind").equals("Job")) {
                assertThat(workload.text("spec", "selector", "matchLabels", NAME))
                        .isEqualTo(name);
            }
        });
        assertThat(services).allSatisfy(service -> {
            Tree workload = pods.get(service.text("spec", "selector", NAME));
            assertThat(workload).as(KubernetesFiles.name(service)).isNotNull();
            assertThat(service.list("spec", "ports").get(0).text("port"))
                    .isEqualTo(KubernetesFiles.container(workload)
                            .list("ports")
                            .get(0)
                            .text("containerPort"));
        });
        assertThat(budgets)
                .extracting(budget -> budget.text("spec", "selector", "matchLabels", NAME))
                .containsExactlyInAnyOrder("soak-tuner", "soak-gate", "soak-dashboard");
    }

    @Test
    void shouldDenyWhatNoPolicyAllows() {
        // When
        List<Tree> policies = KubernetesFiles.ofKind("NetworkPolicy");

        // Then
        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.texts("spec", "policyTypes")).containsExactly("Ingress", "Egress");
            assertThat(policy.map("spec", "podSelector", "matchLabels")).containsOnlyKeys(PART_OF);
            assertThat(policy.at("spec", "ingress")).isEmpty();
            assertThat(policy.at("spec", "egress")).isEmpty();
        });
    }

    @Test
    void shouldShipThePolicyOfTheRollbackWatcherAsItIs() {
        // When
        String copy = Tree.text(KubernetesFiles.BASE.resolve("config/rollback.yaml"));

        // Then
        assertThat(copy).isEqualTo(Tree.text(Path.of("policies/rollback.yaml")));
    }

    /** The example puts all parts together; kustomize adds labels and names, and must not add them where it changes a sense. */
    @Test
    void shouldStayTrueThroughKustomize() throws Exception {
        // Given
        Tool kubectl = Tool.require("kubectl", "kubernetes-client");

        // When
        Tool.Ended ended = kubectl.run("kustomize", KubernetesFiles.EXAMPLE.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        List<Tree> rendered = Tree.documents(ended.output());
        for (Tree resource : rendered) {
            StrictReader.read(resource);
        }
        assertThat(rendered).hasSizeGreaterThan((int) KubernetesFiles.all().count());
        assertThat(rendered)
                .filteredOn(resource -> resource.at("spec", "template", "spec").isPresent())
                .allSatisfy(workload -> {
                    assertThat(workload.text("spec", "template", "metadata", "labels", PART_OF))
                            .isEqualTo("soakstream");
                    assertThat(KubernetesFiles.container(workload).text("image"))
                            .contains("@sha256:");
                });
        assertThat(rendered)
                .filteredOn(resource -> resource.text("metadata", "name").equals("soak-rollback-watcher")
                        && resource.text("kind").equals("NetworkPolicy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.list("spec", "ingress")
                                .get(0)
                                .list("from")
                                .get(0)
                                .map("podSelector", "matchLabels"))
                        .isEqualTo(Map.of(NAME, "alertmanager")));
    }
}
