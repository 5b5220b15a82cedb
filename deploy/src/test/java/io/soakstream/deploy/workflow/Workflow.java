package io.soakstream.deploy.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A workflow of GitHub Actions, or an action, as it stands in its file. */
record Workflow(Path file, Map<String, Object> root) {
    private static final Path WORKFLOWS = Path.of("../.github/workflows");
    private static final Path ACTION = Path.of("../.github/actions/soak-gate/action.yml");
    private static final Path EXAMPLE = Path.of("examples/github/soak-gate.yml");

    /**
     * A step.
     *
     * @param job the id of its job; empty in an action
     * @param environment of workflow, job and step, the narrower first
     */
    record Step(Path file, String job, Map<String, Object> keys, Map<String, String> environment) {
        String name() {
            return String.valueOf(keys.getOrDefault("name", keys.get("uses")));
        }

        /** Its script; empty: it uses an action. */
        String script() {
            return (String) keys.getOrDefault("run", "");
        }

        /** The action that it uses; empty: it has a script. */
        String uses() {
            return (String) keys.getOrDefault("uses", "");
        }

        @Override
        public String toString() {
            return file.getFileName() + ": " + name();
        }
    }

    /** All that ship. */
    static List<Workflow> all() {
        List<Workflow> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(WORKFLOWS, "*.yml")) {
            files.forEach(file -> all.add(read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.sort((one, other) -> one.file().compareTo(other.file()));
        all.add(read(ACTION));
        all.add(read(EXAMPLE));
        return all;
    }

    static Workflow named(String name) {
        return all().stream()
                .filter(workflow -> workflow.file().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Workflow read(Path file) {
        try {
            LoadSettings strict =
                    LoadSettings.builder().setAllowDuplicateKeys(false).build();
            return new Workflow(file, map(new Load(strict).loadFromString(Files.readString(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its jobs by id; none of an action. */
    Map<String, Map<String, Object>> jobs() {
        Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
        map(root.get("jobs")).forEach((id, job) -> jobs.put(id, map(job)));
        return jobs;
    }

    /** All steps, in order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        jobs().forEach((id, job) -> steps.addAll(steps(id, job, job.get("steps"))));
        steps.addAll(steps("", Map.of(), map(root.get("runs")).get("steps")));
        return steps;
    }

    private List<Step> steps(String job, Map<String, Object> owner, Object list) {
        return Stream.ofNullable(list)
                .flatMap(found -> ((List<?>) found).stream())
                .map(step -> new Step(file, job, map(step), environment(owner, map(step))))
                .toList();
    }

    private Map<String, String> environment(Map<String, Object> job, Map<String, Object> step) {
        Map<String, String> environment = new TreeMap<>();
        Stream.of(root, job, step).forEach(level -> map(level.get("env"))
                .forEach((name, text) -> environment.put(name, text.toString())));
        return environment;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
