package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.topic.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A local cluster in a JVM of its own, to be killed or to be in the way.
 *
 * @param registry process of its registry
 */
record ForkedCluster(Process process, String bootstrapServers, String registryUrl, ProcessHandle registry)
        implements AutoCloseable {
    private static final String READY = "READY";

    /** The other JVM: starts the cluster, says where it is, and holds it until its standard input ends. */
    public static void main(String[] args) throws IOException {
        try (LocalCluster cluster = LocalCluster.start(Path.of(args[0]), true, Topics.standard())) {
            System.out.println(READY + " " + cluster.bootstrapServers() + " " + cluster.registryUrl());
            assertThat(System.in.read()).isNegative();
        }
    }

    /** Starts the other JVM without waiting for its cluster. */
    static Process launch(Path dataDir) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsoak.home=" + System.getProperty("soak.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedCluster.class.getName(),
                        dataDir.toString())
                .redirectErrorStream(true)
                .start();
    }

    static ForkedCluster start(Path dataDir) throws IOException {
        Process process = launch(dataDir);
        String[] words = readyLine(process).split(" ");
        List<ProcessHandle> children = process.children().toList();
        assertThat(children).hasSize(1);
        return new ForkedCluster(process, words[1], words[2], children.get(0));
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        registry.destroyForcibly();
    }

    private static String readyLine(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(READY)) {
                return line;
            }
            output.append(line).append('\n');
        }
        throw new IllegalStateException("the other JVM ended: " + output);
    }
}
