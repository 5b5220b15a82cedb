package io.soakstream.schemas.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Holds a topology against its golden description and its diagram in {@code docs/diagrams}. A difference is a change of
 * architecture: look at it, then run the test with {@code -Dgolden.update=true}.
 */
public final class TopologyGolden {
    private TopologyGolden() {}

    /**
     * @param name base name of both files
     * @param module directory of the module under test, the working directory of its tests
     */
    public static void check(String name, Topology topology, Path module) {
        Path golden = module.resolve("src/test/resources/topology/" + name + ".txt");
        Path diagram = module.resolve("../docs/diagrams/" + name + ".mmd").normalize();
        compare(golden, topology.describe().toString());
        compare(diagram, TopologyDiagram.mermaid(topology.describe()));
    }

    private static void compare(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as("golden file %s", file.getFileName()).isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
