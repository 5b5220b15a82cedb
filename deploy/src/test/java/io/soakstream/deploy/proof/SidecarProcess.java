package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code soak produce sidecar} in a process of its own, in more of a hurry than it is by default. */
final class SidecarProcess {
    static final String RUN = "nightly";
    /** Said when the run is on the stream. */
    static final String STARTED = ": started";

    private SidecarProcess() {}

    /**
     * @param artifacts directory of the bot
     * @param log file that takes its output
     * @param more flags of the command
     */
    static SoakProcess start(Line line, Path artifacts, Path log, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "produce",
                "sidecar",
                "--dir=" + artifacts,
                "--bot=mm",
                "--run=" + RUN,
                "--quiet-ms=60",
                "--interval-ms=100",
                "--bootstrap-servers=" + line.bootstrapServers(),
                "--schema-registry=" + line.registryUrl(),
                "--topic-prefix=" + line.topics().prefix()));
        arguments.addAll(List.of(more));
        return SoakProcess.start("io.soakstream.deploy.app.SoakCli", arguments, log);
    }
}
