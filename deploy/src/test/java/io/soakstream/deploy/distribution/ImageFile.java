package io.soakstream.deploy.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A container image as a file, in the layout of the Open Container Initiative, unpacked. */
record ImageFile(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ImageFile unpack(Path tar, Path directory) throws IOException, InterruptedException {
        Archive.Ended ended = Archive.run(directory, Map.of(), List.of("tar", "-xf", tar.toString()));
        if (ended.exitCode() != 0) {
            throw new IOException(ended.printed());
        }
        return new ImageFile(directory);
    }

    String digest() throws IOException {
        return JSON.readTree(directory.resolve("index.json").toFile())
                .at("/manifests/0/digest")
                .asText();
    }

    /** Who it runs as, what it runs, its labels and volumes. */
    JsonNode config() throws IOException {
        return image().path("config");
    }

    String created() throws IOException {
        return image().path("created").asText();
    }

    /** The files of all layers, a line each as {@code tar -tv} shows them. */
    List<String> files() throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        for (JsonNode layer : manifest().path("layers")) {
            String blob = blob(layer.path("digest").asText()).toString();
            files.addAll(Archive.run(
                            directory,
                            Map.of(),
                            List.of("tar", "--warning=no-unknown-keyword", "--numeric-owner", "-tvzf", blob))
                    .printed()
                    .lines()
                    .toList());
        }
        return files;
    }

    private JsonNode image() throws IOException {
        return JSON.readTree(blob(manifest().at("/config/digest").asText()).toFile());
    }

    private JsonNode manifest() throws IOException {
        return JSON.readTree(blob(digest()).toFile());
    }

    private Path blob(String digest) {
        return directory.resolve("blobs").resolve(digest.replace(':', '/'));
    }

    /** Whether an entry of that name and mode is in it. */
    static boolean has(List<String> files, String mode, String name) {
        return files.stream().anyMatch(file -> file.startsWith(mode + " 0/0") && file.endsWith(" " + name));
    }
}
