package io.soakstream.deploy.app;

import io.soakstream.deploy.control.InvalidValuesException;
import io.soakstream.deploy.release.NotPassedException;
import io.soakstream.deploy.release.RefusedReleaseException;
import io.soakstream.deploy.release.ReleaseBundle;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.producer.source.SourceKind;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the bundle of a release. */
@Command(
        name = "bundle",
        description = {
            "Makes the bundle of a release from a recorded soak.",
            "In it are report, shipped values, change log, rollback plan, the recording itself and a manifest with the"
                    + " checksum of each. It is written whole or not at all."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bundle is made: PASS or WARN, or --force",
            "1:FAIL, or something that a bundle must have is not there; nothing was written",
            "2:INCONCLUSIVE, or no iteration; nothing was written",
            "64:a path, a policy or an option is wrong",
            "70:an error of the program"
        })
final class ReleaseBundleCommand implements Callable<Integer> {
    private static final double BYTES_PER_KB = 1024;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "PATH",
            description =
                    "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or recording.")
    private Path recording;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The bundle; an earlier one is replaced.")
    private Path out;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Name of the release, which its tag must then have (default: left to the canary).")
    private String tag = "";

    @Option(
            names = "--overrides",
            paramLabel = "FILE",
            description = "Values to ship, complete (default: those that the run has shown to be good).")
    private Optional<Path> overrides = Optional.empty();

    @Option(names = "--force", description = "Make it although the soak did not pass; the texts say so.")
    private boolean force;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private SourceOptions source;

    @Override
    public Integer call() throws IOException {
        policies.config(spec.commandLine());
        Terminal terminal = new Terminal(spec);
        try {
            print(terminal, new ReleaseBundle(request()).write(out));
            return ExitCode.OK;
        } catch (NotPassedException failed) {
            terminal.tell("soak: " + failed.getMessage());
            return VerdictExit.ofWorst(failed.verdicts());
        } catch (RefusedReleaseException refused) {
            terminal.tell("soak: " + refused.getMessage());
            return ExitCode.FAIL;
        } catch (InvalidValuesException invalid) {
            throw new ParameterException(spec.commandLine(), "--overrides: " + invalid.getMessage(), invalid);
        }
    }

    private ReleaseBundle.Request request() throws IOException {
        ReadOptions options = source.readOptions(spec.commandLine());
        RecordedSoak soak = new SoakReader().read(recording, options);
        if (soak.kind() == SourceKind.RECORDING && options.tuning().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--tuning: a recording is bundled as it is, with the tuning that it declares");
        }
        return new ReleaseBundle.Request(
                recording, soak, policies.names(), tag, overrides, force, SoakCli.Version.text());
    }

    private void print(Terminal terminal, ReleaseBundle.Made made) {
        made.files()
                .forEach((name, bytes) -> terminal.print(
                        String.format(Locale.ROOT, "%-40s %8.1f KB%n", out.resolve(name), bytes / BYTES_PER_KB)));
        made.verdicts()
                .forEach(verdict ->
                        terminal.print(verdict.getPolicy() + ": " + verdict.getVerdict() + System.lineSeparator()));
    }
}
