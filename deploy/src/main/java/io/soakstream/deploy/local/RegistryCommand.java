package io.soakstream.deploy.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The command line of the registry's process. */
final class RegistryCommand {
    private static final Path SHELL = Path.of("/bin/sh");
    /** One compiler and one collector thread: it serves a handful of requests, and its start is what users wait for. */
    private static final List<String> JVM_FLAGS =
            List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private RegistryCommand() {}

    /**
     * @param runner the distribution's jar
     * @param directory working directory of the process; the database is a relative path in it, as neither H2's
     *     {@code ;} nor the configuration's {@code $} can be quoted in a URL
     * @param marker value of the response header by which the process is told from a stranger on the same port
     */
    static List<String> of(Path runner, Path directory, int port, String marker) throws IOException {
        List<String> command = deafToCtrlC();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.http.access-log.enabled=false");
        command.add("-Dquarkus.http.header.\"" + RegistryProbe.MARKER_HEADER + "\".value=" + marker);
        command.add("-Dapicurio.datasource.jdbc.initial-size=1");
        command.add("-Dapicurio.datasource.jdbc.min-size=1");
        // Written at every commit. By default half a second of ids is lost in a crash, and then given out again to
        // other schemas, while records with those ids are in the topics.
        command.add("-Dapicurio.datasource.url=jdbc:h2:file:./registry;WRITE_DELAY=0");
        command.add("-cp");
        command.add(runner + File.pathSeparator + parentWatch(directory));
        command.add(ParentWatch.class.getName());
        command.add(mainClass(runner));
        return command;
    }

    /** Ctrl-C goes to the whole terminal group, but the pipeline still needs the registry while it drains. */
    private static List<String> deafToCtrlC() {
        return Files.isExecutable(SHELL)
                ? new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "registry"))
                : new ArrayList<>();
    }

    /** Our own class path stays out of the child: the registry brings other versions of the same libraries. */
    private static Path parentWatch(Path directory) throws IOException {
        String resource = ParentWatch.class.getName().replace('.', '/') + ".class";
        Path classes = directory.resolve("classes");
        Path copy = classes.resolve(resource);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = RegistryCommand.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return classes;
    }

    private static String mainClass(Path runner) throws IOException {
        try (JarFile jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }
}
