package io.soakstream.deploy.app;

import io.soakstream.deploy.release.BundleVerification;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a bundle. */
@Command(
        name = "verify",
        description = {
            "Checks a bundle: its manifest and checksums, and what a replay of its recording says.",
            "The replay must give the same verdicts, digests and texts, byte for byte."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bundle is what was written, and its recording still says the same",
            "1:a file is missing, has changed or was added, or the replay says something else",
            "64:there is no such directory",
            "70:an error of the program"
        })
final class ReleaseVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The bundle.")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString(), null, "there is no such directory");
        }
        Terminal terminal = new Terminal(spec);
        BundleVerification.Outcome outcome = BundleVerification.of(directory);
        outcome.findings().forEach(finding -> terminal.tell("soak: " + directory.resolve(finding)));
        if (!outcome.findings().isEmpty()) {
            return ExitCode.FAIL;
        }
        outcome.release()
                .orElseThrow()
                .report()
                .asked()
                .forEach(verdict -> terminal.print(String.format(
                        "%s: %s, digest %s%n", verdict.getPolicy(), verdict.getVerdict(), verdict.getDigest())));
        terminal.print(directory + ": verified" + System.lineSeparator());
        return ExitCode.OK;
    }
}
