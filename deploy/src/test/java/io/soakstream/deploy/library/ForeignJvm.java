package io.soakstream.deploy.library;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java process as a user of the library has it: no flags, and on its class path the library with what it needs at run
 * time. No tuner, no gate, no Kafka Streams.
 */
final class ForeignJvm {
    private static final Pattern NEEDED =
            Pattern.compile("(avro|commons-.*|failsafe|jackson-.*|java-json-canonicalization"
                    + "|kafka-clients|lz4-java|picocli|slf4j-api|snakeyaml-engine|snappy-java|zstd-jni)-[0-9].*\\.jar");
    private static final List<String> OURS = List.of("schemas", "soak-producer");

    private ForeignJvm() {}

    /** How it ended. */
    record Ended(int exitCode, String output) {}

    static Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_") || name.equals("CLASSPATH"));
        Process process = builder.start();
        // First the end, for which there is a limit: what it writes fits into a pipe.
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after two minutes");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.exitValue(), output);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(ForeignJvm::belongs)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean belongs(String entry) {
        Path path = Path.of(entry);
        String name = path.getFileName().toString();
        return NEEDED.matcher(name).matches()
                || path.endsWith(Path.of("deploy", "target", "test-classes"))
                || OURS.stream().anyMatch(module -> isModule(path, module));
    }

    /** The classes of a module, or its jar, but not its tests. */
    private static boolean isModule(Path path, String module) {
        return path.endsWith(Path.of(module, "target", "classes"))
                || path.getFileName().toString().matches(module + "-[0-9.]+\\.jar");
    }
}
