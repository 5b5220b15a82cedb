package io.soakstream.deploy.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.PolicyJson;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.tuner.config.TunerConfig;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The flags that say what a tuner and a gate decide by. */
final class DecisionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    private final Map<String, String> environment;

    DecisionOptions(Map<String, String> environment) {
        this.environment = environment;
        tuner = new TunerOptions(environment);
    }

    /** Adds the flags to a command that does not have them by annotation. */
    void addTo(CommandSpec command) {
        command.addMixin("decision", CommandSpec.forAnnotatedObject(this));
        spec = command;
    }

    TunerConfig tuner() {
        return tuner.over(TunerConfig.defaults());
    }

    /** What the file says of the notifier. */
    NotifierConfig notifier() {
        return NotifierOptions.config(tuner.other(NotifierConfig.ROOT), environment);
    }

    GateConfig gate() {
        return policies.config(spec.commandLine());
    }

    /** For the header of a recording. */
    RecordingContext recordingContext() {
        TunerConfig tuning = tuner();
        return new RecordingContext(
                tuning.canonicalJson(),
                PolicyJson.of(gate().policies()),
                CanonicalJson.write(tuning.control().publicKeys()),
                SoakCli.Version.text());
    }
}
