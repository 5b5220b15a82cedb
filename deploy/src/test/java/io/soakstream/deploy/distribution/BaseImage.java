package io.soakstream.deploy.distribution;

import io.soakstream.schemas.canonical.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A base to build an image on that is made here and has one file in it: a tarball as {@code docker save} writes it. */
final class BaseImage {
    private BaseImage() {}

    static Path write(Path directory) throws IOException, InterruptedException {
        Path root = Files.createDirectories(directory.resolve("root"));
        Files.writeString(root.resolve("base.txt"), "base\n");
        tar(directory, "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "-C", "root", "-cf", "layer.tar", ".");
        String layer = Sha256.hex(Files.readAllBytes(directory.resolve("layer.tar")));
        Files.writeString(directory.resolve("config.json"), """
                {"architecture": "amd64", "os": "linux", "config": {"Env": ["PATH=/usr/bin"]},
                 "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
                """.formatted(layer));
        Files.writeString(directory.resolve("manifest.json"), """
                [{"Config": "config.json", "RepoTags": ["base:1"], "Layers": ["layer.tar"]}]
                """);
        tar(directory, "-cf", "base.tar", "manifest.json", "config.json", "layer.tar");
        return directory.resolve("base.tar");
    }

    private static void tar(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        Archive.Ended ended = Archive.run(where, Map.of(), command);
        if (ended.exitCode() != 0) {
            throw new IOException(ended.printed());
        }
    }
}
