package io.soakstream.deploy.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that ship. */
final class KubernetesFiles {
    static final Path DIRECTORY = Path.of("kubernetes");
    static final Path BASE = DIRECTORY.resolve("base");
    static final Path STRIMZI = DIRECTORY.resolve("components/strimzi");
    static final Path MONITORING = DIRECTORY.resolve("components/monitoring");
    static final Path EXAMPLE = DIRECTORY.resolve("example");
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private KubernetesFiles() {}

    /** A directory's kustomization. */
    static Tree kustomization(Path directory) {
        return Tree.read(directory.resolve(KUSTOMIZATION));
    }

    /** The resources of a directory, in the order of its kustomization. */
    static List<Tree> resources(Path directory) {
        return kustomization(directory).texts("resources").stream()
                .flatMap(file -> Tree.documents(directory.resolve(file)).stream())
                .toList();
    }

    /** All resources of the base and the components. */
    static Stream<Tree> all() {
        return Stream.of(BASE, STRIMZI, MONITORING).flatMap(directory -> resources(directory).stream());
    }

    /** Resources of the base of one kind. */
    static List<Tree> ofKind(String kind) {
        return resources(BASE).stream()
                .filter(resource -> resource.text("kind").equals(kind))
                .toList();
    }

    /** What runs pods. */
    static Stream<Tree> workloads() {
        return resources(BASE).stream()
                .filter(resource -> resource.at("spec", "template", "spec").isPresent());
    }

    static Tree pod(Tree workload) {
        return workload.at("spec", "template", "spec").orElseThrow();
    }

    /** The one container of a workload. */
    static Tree container(Tree workload) {
        return pod(workload).list("containers").get(0);
    }

    /** What a reader calls a resource. */
    static String name(Tree resource) {
        return resource.text("kind") + " " + resource.text("metadata", "name");
    }

    /** Files below a directory, but for its kustomization, as it names them. */
    static List<String> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(file -> !file.equals(KUSTOMIZATION))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
