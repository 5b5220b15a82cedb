package io.soakstream.deploy.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Releases by the soak that they stand on. */
@Command(
        name = "release",
        description = "Bundles a recorded soak for a release, checks a bundle, tags a canary.",
        synopsisSubcommandLabel = "COMMAND")
final class ReleaseGroup extends CommandGroup {
    private ReleaseGroup() {}

    static CommandLine commandLine() {
        return new CommandLine(new ReleaseGroup())
                .addSubcommand(new ReleaseBundleCommand())
                .addSubcommand(new ReleaseVerifyCommand())
                .addSubcommand(new ReleaseCanaryCommand());
    }
}
