package io.soakstream.deploy.app;

import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a pair of keys for commands. */
@Command(
        name = "keygen",
        description = {
            "Makes an Ed25519 key pair and the line of the tuner's configuration that lets it command.",
            "ID.private.pem is for whoever commands, readable by its owner alone; ID.public.pem is its other half; the line goes into the file of --config. Overwrites nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the keys are written", "64:an option is wrong, or there is such a file already"})
final class ControlKeygenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the two files go; made if it is missing.")
    private Path directory;

    @Option(
            names = "--key-id",
            required = true,
            paramLabel = "ID",
            description = "Name of the key: letters, digits, dots, dashes and underscores.")
    private String keyId;

    @Override
    public Integer call() throws IOException {
        if (!CommandKeys.isKeyId(keyId)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--key-id: \"" + keyId
                            + "\" is not a name: a letter or digit, then up to 63 letters, digits, dots, dashes or"
                            + " underscores");
        }
        Path privateFile = directory.resolve(keyId + ".private.pem");
        Path publicFile = directory.resolve(keyId + ".public.pem");
        // Before anything is written: half a pair is of no use.
        Stream.of(privateFile, publicFile).filter(Files::exists).findFirst().ifPresent(this::refuse);
        Files.createDirectories(directory);
        KeyPair pair = CommandKeys.generate();
        write(privateFile, CommandKeys.pem(pair.getPrivate()), "rw-------");
        write(publicFile, CommandKeys.pem(pair.getPublic()), "rw-r--r--");
        report(privateFile, publicFile, CommandKeys.base64(pair.getPublic()));
        return ExitCode.OK;
    }

    private void refuse(Path existing) {
        throw new ParameterException(spec.commandLine(), existing + " is there already; a key is never overwritten");
    }

    /** The permissions are there from the start: the key is never readable by others, not even for a moment. */
    private static void write(Path file, String pem, String permissions) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, mode(permissions))) {
            channel.write(StandardCharsets.US_ASCII.encode(pem));
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private void report(Path privateFile, Path publicFile, String publicKey) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("private key  " + privateFile + "  (for --key; never leaves its owner)");
        out.println("public key   " + publicFile);
        out.println("for the tuner's configuration:");
        out.println("tuner: {control: {public_keys: {\"" + keyId + "\": \"" + publicKey + "\"}}}");
        out.flush();
    }
}
