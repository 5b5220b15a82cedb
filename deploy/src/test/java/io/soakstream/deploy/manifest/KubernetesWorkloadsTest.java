package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.soakstream.deploy.app.SoakCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workload of the manifests has to be, whatever its schema allows. */
class KubernetesWorkloadsTest {
    /** The longest that streams take to stop in order (s). */
    private static final int STOP_SECONDS = 20;
    /** The longest that a rollback under way takes: four hooks and two acknowledgements (s). */
    private static final int ROLLBACK_SECONDS = 4 * 20 + 2 * 30;

    private static final String USER_PREFIX = "soak-";

    static Stream<Tree> workloads() {
        return KubernetesFiles.workloads();
    }

    static Stream<Tree> servers() {
        return KubernetesFiles.workloads()
                .filter(workload -> !workload.text("kind").equals("Job"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldGiveTheAppACommandThatItTakes(Tree workload) {
        // When
        List<String> arguments = KubernetesFiles.container(workload).texts("args").stream()
                .map(argument -> argument.replace("$(POD_NAME)", "soak-pod-0").replace("$(POD_IP)", "10.0.0.1"))
                .toList();

        // Then
        assertThat(arguments).isNotEmpty().noneMatch(argument -> argument.contains("$("));
        assertThatCode(() -> SoakCommand.parse(arguments)).doesNotThrowAnyException();
    }

    /** The restricted profile of the Pod Security Standards, and a file system that nobody can write to. */
    @ParameterizedTest
    @MethodSource("workloads")
    void shouldBeRestricted(Tree workload) {
        // When
        Tree pod = KubernetesFiles.pod(workload);
        Tree container = KubernetesFiles.container(workload);

        // Then
        assertThat(pod.list("containers")).hasSize(1);
        assertThat(pod.map("securityContext"))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(container.map("securityContext"))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(pod.text("automountServiceAccountToken")).isEqualTo("false");
        assertThat(container.text("resources", "limits", "memory")).isNotEmpty();
        assertThat(container.text("resources", "requests", "cpu")).isNotEmpty();
    }

    /** Variables such as SOAK_TUNER_PORT would be taken for settings. */
    @ParameterizedTest
    @MethodSource("workloads")
    void shouldNotTakeServicesForSettings(Tree workload) {
        // When
        String links = KubernetesFiles.pod(workload).text("enableServiceLinks");

        // Then
        assertThat(links).isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void shouldAskForTheHealthRoutesOnThePortThatTheAppListensOn(Tree workload) {
        // Given
        Tree container = KubernetesFiles.container(workload);
        String port = container.list("ports").get(0).text("containerPort");

        // When
        Set<String> probed = Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> container.text(probe, "httpGet", "path") + " " + container.text(probe, "httpGet", "port"))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(container.texts("args")).containsAnyOf("--http-port=" + port, "--port=" + port);
        assertThat(probed).isIn(Set.of("/health/live http", "/health/ready http"), Set.of("/health http"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void shouldHaveTimeToStopInOrder(Tree workload) {
        // When
        Tree pod = KubernetesFiles.pod(workload);
        String wait = KubernetesFiles.container(workload).text("lifecycle", "preStop", "sleep", "seconds");

        // Then
        boolean rollsBack = workload.text("metadata", "name").equals("soak-rollback-watcher");
        int spent = (rollsBack ? ROLLBACK_SECONDS : STOP_SECONDS) + (wait.isEmpty() ? 0 : Integer.parseInt(wait));
        assertThat(Integer.parseInt(pod.text("terminationGracePeriodSeconds"))).isGreaterThan(spent);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldMountVolumesThatThereAre(Tree workload) {
        // Given
        Set<String> volumes = KubernetesFiles.pod(workload).list("volumes").stream()
                .map(volume -> volume.text("name"))
                .collect(Collectors.toCollection(TreeSet::new));
        workload.list("spec", "volumeClaimTemplates").forEach(claim -> volumes.add(claim.text("metadata", "name")));

        // When
        Set<String> mounted = KubernetesFiles.container(workload).list("volumeMounts").stream()
                .map(mount -> mount.text("name"))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(mounted).isEqualTo(volumes);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void shouldFindTheFilesOfItsArguments(Tree workload) {
        // Given
        Tree container = KubernetesFiles.container(workload);
        List<String> mounts = container.list("volumeMounts").stream()
                .map(mount -> mount.text("mountPath"))
                .toList();

        // When
        List<String> files = container.texts("args").stream()
                .filter(argument -> argument.contains("=/"))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .toList();

        // Then
        assertThat(files).allMatch(file -> mounts.stream().anyMatch(mount -> file.startsWith(mount)));
    }

    /** Each app goes to Kafka as itself, with the rights of the access catalogue. */
    @ParameterizedTest
    @MethodSource("workloads")
    void shouldHaveAKafkaUserOfItsOwn(Tree workload) {
        // Given
        String app = workload.text("metadata", "name");
        List<String> users = KubernetesFiles.resources(KubernetesFiles.STRIMZI).stream()
                .filter(resource -> resource.text("kind").equals("KafkaUser"))
                .map(user -> user.text("metadata", "name"))
                .toList();

        // When
        List<String> secrets = KubernetesFiles.pod(workload).list("volumes").stream()
                .filter(volume -> volume.text("name").equals("kafka-user"))
                .map(volume -> volume.text("secret", "secretName"))
                .toList();

        // Then
        assertThat(app).startsWith(USER_PREFIX);
        assertThat(secrets).containsExactly(app);
        assertThat(users).contains(app);
    }
}
