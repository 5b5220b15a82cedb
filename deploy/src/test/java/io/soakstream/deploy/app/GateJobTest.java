package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a gate leaves for the job that runs it. */
class GateJobTest {
    @TempDir
    Path directory;

    @Test
    void shouldWriteJUnitAndASummary() throws Exception {
        // Given
        Path junit = directory.resolve("gate.xml");
        Path summary = directory.resolve("gate.md");

        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--recording",
                "samples/fail",
                "--policy",
                "release,snapshot",
                "--junit",
                junit.toString(),
                "--summary",
                summary.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        Element root = root(junit);
        assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(Integer.parseInt(root.getAttribute("failures"))).isPositive();
        assertThat(summary).content().contains("### FAIL by policy release", "### FAIL by policy snapshot");
    }

    @Test
    void shouldHaveNoFailureWhereTheGatePasses() throws Exception {
        // Given
        Path junit = directory.resolve("gate.xml");

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", "samples/pass", "--strict", "--junit", junit.toString());

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(root(junit).getAttribute("failures")).isEqualTo("0");
        assertThat(root(junit).getAttribute("errors")).isEqualTo("0");
    }

    /** A green file of yesterday must not be taken for the answer of a gate that never came to one. */
    @Test
    void shouldNotLeaveAnEarlierAnswer() throws Exception {
        // Given
        Path junit = directory.resolve("gate.xml");
        Cli.run("gate", "--recording", "samples/pass", "--junit", junit.toString());

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", "nowhere", "--junit", junit.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(root(junit).getAttribute("errors")).isEqualTo("1");
        assertThat(Files.readString(junit)).contains("the gate did not come to an end");
    }

    @Test
    void shouldSayThatThereWasNothingToJudge() throws Exception {
        // Given
        Path junit = directory.resolve("gate.xml");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", empty.toString(), "--junit", junit.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(root(junit).getAttribute("errors")).isEqualTo("1");
    }

    @Test
    void shouldAddToTheSummaryOfAStepAndOnlyByTheFlag() throws IOException {
        // Given
        Path step = Files.writeString(directory.resolve("step.md"), "before\n");
        Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", step.toString());

        // When
        Cli.run(environment, "gate", "--recording", "samples/pass");
        String untold = Files.readString(step);
        Cli.run(environment, "gate", "--recording", "samples/pass", "--summary", step.toString());

        // Then
        assertThat(untold).isEqualTo("before\n");
        assertThat(step).content().startsWith("before\n## soak gate: ").contains("### PASS by policy release");
    }

    @Test
    void shouldNotPassWithoutTheFileItWasAskedFor() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "");

        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--recording",
                "samples/pass",
                "--junit",
                file.resolve("gate.xml").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
    }

    @Test
    void shouldTakeOneSubjectAndOnlyOne() {
        assertThat(Cli.run("gate", "--recording", "samples/pass", "--run", "mm:r")
                        .exitCode())
                .isEqualTo(64);
        assertThat(Cli.run("gate").err()).contains("--recording", "--run", "--topic-range");
        assertThat(Cli.run("gate", "--topic-range", "soak.events.v1:0:9").err())
                .contains("--topic-range: \"soak.events.v1:0:9\" is no range");
        assertThat(Cli.run("gate", "--run", "mm:r", "--timeout", "-1", "--bootstrap-servers", "127.0.0.1:1")
                        .exitCode())
                .isEqualTo(64);
    }

    private static Element root(Path xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getDocumentElement();
    }
}
