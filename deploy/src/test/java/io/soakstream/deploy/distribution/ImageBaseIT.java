package io.soakstream.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the build says before it makes an image of something that nobody chose. */
class ImageBaseIT {
    private static final Path ROOT = Path.of("..");

    @Test
    void shouldAskForABase() throws Exception {
        // When
        Archive.Ended ended = validate();

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains("image.base: on which image with a Java 17 is this one built?");
    }

    @Test
    void shouldNotBuildOnATag() throws Exception {
        // When
        Archive.Ended ended = validate("-Dimage.base=some-jre:17");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains("image.base: a tag can mean another image tomorrow");
    }

    /** The first phase of the root alone, where the rule stands. */
    private static Archive.Ended validate(String... properties) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "-q", "-N", "-Pimage", "validate"));
        command.addAll(List.of(properties));
        return Archive.run(ROOT, Map.of(), command);
    }
}
