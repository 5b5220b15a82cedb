package io.soakstream.deploy.proof;

import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.tuner.config.ControlConfig;
import io.soakstream.tuner.config.TunerConfig;
import java.security.KeyPair;
import java.util.Map;

/** The one who may command the runs of a proof, in this JVM and in the processes that it starts. */
final class ProofKeys {
    static final String KEY_ID = "proof";

    private static final KeyPair PAIR = CommandKeys.generate();

    private ProofKeys() {}

    /** What the tuner of every process must know, as the environment says it. */
    static Map<String, String> environment() {
        return Map.of("SOAK_TUNER_CONTROL_PUBLIC_KEYS", KEY_ID + "=" + CommandKeys.base64(PAIR.getPublic()));
    }

    /** The same as a configuration. */
    static TunerConfig config() {
        TunerConfig defaults = TunerConfig.defaults();
        return new TunerConfig(
                defaults.windowLength(),
                defaults.autoTune(),
                defaults.confirmWithinIterations(),
                defaults.admission(),
                defaults.rules(),
                defaults.guards(),
                defaults.silence(),
                new ControlConfig(Map.of(KEY_ID, CommandKeys.base64(PAIR.getPublic()))));
    }

    static ControlCommand signed(ControlCommand command, String runKey) {
        return CommandSigner.sign(command, runKey, PAIR.getPrivate());
    }
}
