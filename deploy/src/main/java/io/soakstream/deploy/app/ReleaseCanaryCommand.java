package io.soakstream.deploy.app;

import io.soakstream.deploy.release.BundleVerification;
import io.soakstream.deploy.release.GitFailedException;
import io.soakstream.deploy.release.GitTag;
import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.report.release.CanaryChecklist;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.gate.report.release.TagMessage;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tags the release of a bundle and writes the canary's checklist. */
@Command(
        name = "canary",
        description = {
            "Checks a bundle, tags the commit that is checked out, and writes CANARY_CHECKLIST.md into the bundle.",
            "The check is that of verify. Asks nothing: a tag that exists stays, unless --force is given."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:tag and checklist are made; with --dry-run: they could be",
            "1:the bundle is damaged or its soak did not pass, the tag exists, or git failed",
            "64:a path or an option is wrong",
            "70:an error of the program"
        })
final class ReleaseCanaryCommand implements Callable<Integer> {
    private static final String DEFAULT_TAG = "v1.0.0-soak-validated";

    @Spec
    private CommandSpec spec;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "The bundle.")
    private Path bundle;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Name of the tag (default: that of the bundle, or else " + DEFAULT_TAG + ").")
    private Optional<String> tag = Optional.empty();

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Any directory of the repository that is tagged (default: the working directory).")
    private Path repository;

    @Option(names = "--dry-run", description = "Print the message of the tag; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--force",
            description = "Replace a tag that exists, and tag the bundle of a soak that did not pass.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(bundle)) {
            throw new NoSuchFileException(bundle.toString(), null, "there is no such directory");
        }
        Terminal terminal = new Terminal(spec);
        BundleVerification.Outcome outcome = BundleVerification.of(bundle);
        outcome.findings().forEach(finding -> terminal.tell("soak: " + bundle.resolve(finding)));
        if (!outcome.findings().isEmpty()) {
            return ExitCode.FAIL;
        }
        ReleaseInput release = named(outcome.release().orElseThrow());
        if (release.forced() && !force) {
            terminal.tell("soak: the soak of the bundle did not pass: no canary without --force");
            return ExitCode.FAIL;
        }
        try {
            return tag(terminal, release);
        } catch (GitFailedException failed) {
            terminal.tell("soak: " + failed.getMessage());
            return ExitCode.FAIL;
        }
    }

    private ReleaseInput named(ReleaseInput release) {
        Optional<String> bundled = Optional.of(release.tag()).filter(name -> !name.isEmpty());
        if (bundled.isPresent() && tag.isPresent() && !bundled.equals(tag)) {
            throw new ParameterException(
                    spec.commandLine(), "--tag: the bundle is of release " + bundled.get() + ", not of " + tag.get());
        }
        return release.named(tag.or(() -> bundled).orElse(DEFAULT_TAG));
    }

    private int tag(Terminal terminal, ReleaseInput release) throws IOException {
        GitTag git = new GitTag(repository);
        String message = TagMessage.of(release, bundle.toString());
        if (dryRun) {
            terminal.print(message);
            git.require(release.tag(), force);
            return ExitCode.OK;
        }
        git.create(release.tag(), message, force);
        Path checklist = bundle.resolve(CanaryChecklist.FILE);
        ReportDirectory.write(checklist, CanaryChecklist.of(release));
        terminal.print("tag " + release.tag() + System.lineSeparator() + checklist + System.lineSeparator());
        return ExitCode.OK;
    }
}
