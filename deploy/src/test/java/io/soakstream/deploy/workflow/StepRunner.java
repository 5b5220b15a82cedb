package io.soakstream.deploy.workflow;

import io.soakstream.deploy.distribution.Archive;
import io.soakstream.deploy.workflow.Workflow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the scripts of a workflow as GitHub does, one after the other in one directory that looks like a checkout. The soak
 * command is the real one; what leads out of the machine (gh) or would build the project again (mvn, .ci/run) is a stand-in
 * that writes down how it was called.
 */
final class StepRunner {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");

    private final Path workspace;
    private final Path calls;
    private final Map<String, String> expressions;

    /** @param expressions what GitHub's expressions stand for, by their text */
    StepRunner(Path directory, Archive archive, Map<String, String> expressions) throws IOException {
        this.workspace = Files.createDirectories(directory.resolve("a checkout"));
        this.calls = directory.resolve("calls");
        this.expressions = Map.copyOf(expressions);
        Path tools = Files.createDirectories(directory.resolve("bin"));
        executable(workspace.resolve("soak"), "exec " + quoted(archive.home().resolve("bin/soak")) + " \"$@\"");
        for (String outside : List.of("gh", "mvn")) {
            executable(tools.resolve(outside), "echo \"" + outside + " $*\" >>" + quoted(calls));
        }
        Files.createDirectories(workspace.resolve(".ci"));
        executable(workspace.resolve(".ci/run"), "echo '.ci/run' >>" + quoted(calls));
        for (String shared : List.of("pom.xml", "CHANGELOG.md", "gate-stream", "deploy")) {
            Files.createSymbolicLink(workspace.resolve(shared), REPOSITORY.resolve(shared));
        }
    }

    /** A checkout may lie anywhere. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    Path workspace() {
        return workspace;
    }

    /** How the stand-ins were called, a line each. */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** What the job summary says. */
    String summary() throws IOException {
        Path file = summaryFile();
        return Files.exists(file) ? Files.readString(file) : "";
    }

    Archive.Ended run(Step step) throws IOException, InterruptedException {
        Path script = Files.writeString(workspace.resolveSibling("step.sh"), step.script());
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                workspace.resolveSibling("bin") + ":" + System.getenv("PATH"),
                "GITHUB_STEP_SUMMARY",
                summaryFile().toString()));
        expressions.forEach((name, value) -> {
            if (name.startsWith("GITHUB_")) {
                environment.put(name, value);
            }
        });
        step.environment().forEach((name, text) -> environment.put(name, resolved(text)));
        return Archive.run(workspace, environment, List.of("bash", "-e", script.toString()));
    }

    private String resolved(String text) {
        return EXPRESSION.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult expression) {
        String name = expression.group(1);
        if (!expressions.containsKey(name)) {
            throw new IllegalArgumentException("what does " + name + " stand for?");
        }
        return Matcher.quoteReplacement(expressions.get(name));
    }

    private Path summaryFile() {
        return workspace.resolveSibling("summary.md");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
