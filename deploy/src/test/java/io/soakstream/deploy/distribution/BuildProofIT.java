package io.soakstream.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds from two clean clones, in directories of other names: the same bytes, and an image as it should be. */
@Tag("proof")
class BuildProofIT {
    @TempDir
    static Path directory;

    private static CleanBuild one;
    private static CleanBuild other;

    @BeforeAll
    static void build() throws Exception {
        Path base = BaseImage.write(Files.createDirectories(directory.resolve("base")));
        one = CleanBuild.of(directory.resolve("one"), base);
        other = one.again(directory.resolve("another place"), base);
    }

    @Test
    void shouldBeTheSameBytes() throws Exception {
        // When
        SortedMap<String, String> first = one.hashes();
        SortedMap<String, String> second = other.hashes();

        // Then
        first.forEach((file, hash) -> System.out.println(hash + "  " + file));
        assertThat(first).hasSizeGreaterThan(8).isEqualTo(second);
    }

    @Test
    void shouldRunTheCommandAsNobodyInParticular() throws Exception {
        // Given
        ImageFile image = image(one);

        // When
        JsonNode config = image.config();
        List<String> files = image.files();

        // Then
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(texts(config.path("Entrypoint")))
                .startsWith("java")
                .contains("-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dsoak.home=/opt/soakstream")
                .endsWith("-cp", "@/app/jib-classpath-file", "io.soakstream.deploy.app.SoakCli");
        assertThat(texts(config.path("Cmd"))).containsExactly("--help");
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asText())
                .isEqualTo("soakstream");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.base.name")
                        .asText())
                .startsWith("tar://");
        assertThat(config.path("Volumes").has("/var/lib/soak")).isTrue();
        assertThat(config.path("ExposedPorts").size()).isEqualTo(5);
        assertThat(image.created()).endsWith("T00:00:00Z");
        assertThat(files).noneMatch(file -> file.contains("apicurio"));
        assertThat(ImageFile.has(files, "drwxrwxrwx", "var/lib/soak/")).isTrue();
        assertThat(ImageFile.has(files, "-rw-r--r--", "opt/soakstream/deploy/policies/rollback.yaml"))
                .isTrue();
        assertThat(ImageFile.has(files, "-rw-r--r--", "opt/soakstream/sbom.cdx.json"))
                .isTrue();
        assertThat(files).anyMatch(file -> file.endsWith(" base.txt") || file.endsWith(" ./base.txt"));
    }

    @Test
    void shouldBeTheSameImage() throws Exception {
        // When
        String first = image(one).digest();
        String second = image(other).digest();

        // Then
        assertThat(first).startsWith("sha256:").isEqualTo(second);
    }

    private static ImageFile image(CleanBuild build) throws Exception {
        try (DirectoryStream<Path> images = Files.newDirectoryStream(build.target(), "soakstream-image-*.tar")) {
            return ImageFile.unpack(images.iterator().next(), Files.createTempDirectory(directory, "image"));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
