package io.soakstream.tuner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.CommandSigner;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.support.Events;
import io.soakstream.tuner.config.ControlConfig;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedCommandsTopologyTest {
    private static final String KEY_ID = "ops";
    private static final KeyPair KEYS = CommandKeys.generate();
    private static final Overrides TARGET =
            Overrides.startingFrom(ParameterCatalogue.standard(), Map.of("tail_age_ms", new BigDecimal("650")));

    @TempDir
    Path stateDirectory;

    private TunerDriver tuner;

    @BeforeEach
    void start() {
        tuner = new TunerDriver(config(), stateDirectory);
        tuner.send(Events.started());
        tuner.decisions();
    }

    @AfterEach
    void stop() {
        tuner.close();
    }

    @Test
    void shouldFreezeTheNextDeltaUntilItIsLifted() {
        // When
        tuner.send(signed(command("c1", ControlAction.FREEZE, List.of())));
        tuner.send(risky(1));
        tuner.send(signed(command("c2", ControlAction.UNFREEZE, List.of())));
        tuner.send(risky(2));

        // Then
        List<TuningDecision> decisions = tuner.decisions();
        assertThat(decisions)
                .extracting(TuningDecision::getOutcome)
                .containsExactly(Outcome.NO_OP, Outcome.SKIPPED, Outcome.NO_OP, Outcome.APPLIED);
        assertThat(decisions.get(1).getReason()).isEqualTo("freeze");
        assertThat(decisions.get(0).getControlCommand().getId()).isEqualTo("c1");
        assertThat(tuner.deadLetterCodes()).isEmpty();
    }

    @Test
    void shouldRollBackToTheGivenValues() {
        // Given
        tuner.send(risky(1));
        TuningDecision applied = tuner.decisions().get(0);

        // When
        tuner.send(signed(command("c1", ControlAction.ROLLBACK, values())));

        // Then
        TuningDecision decision = tuner.decisions().get(0);
        assertThat(applied.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.getBaseHash()).isEqualTo(applied.getResultHash());
        assertThat(decision.getResultHash()).isEqualTo(TARGET.stateHash());
        assertThat(decision.getCommandRefusal()).isNull();
    }

    @Test
    void shouldTellWhyACommandIsNotObeyed() {
        // When
        tuner.send(signed(command("c1", ControlAction.ROLLBACK, values().subList(1, 2))));

        // Then
        TuningDecision decision = tuner.decisions().get(0);
        assertThat(decision.getCommandRefusal()).isEqualTo("incomplete_values");
        assertThat(decision.getResultHash()).isEqualTo(decision.getBaseHash());
    }

    @Test
    void shouldSetAsideWhatNobodyMaySay() {
        // Given
        ControlCommand freeze = command("c1", ControlAction.FREEZE, List.of());
        ControlCommand changed = CommandSigner.sign(freeze, Events.KEY, KEYS.getPrivate());
        changed.setReason("another");
        SoakEvent withOrigin = signed(freeze);
        withOrigin.setOrigin("bot:original");

        // When
        tuner.send(event(freeze));
        tuner.send(event(
                CommandSigner.sign(freeze, Events.KEY, CommandKeys.generate().getPrivate())));
        tuner.send(event(CommandSigner.sign(freeze, "bot:other", KEYS.getPrivate())));
        tuner.send(event(changed));
        tuner.send(withOrigin);

        // Then
        assertThat(tuner.deadLetterCodes()).hasSize(5).containsOnly("unauthorised_control");
        assertThat(tuner.decisions()).isEmpty();
        tuner.send(risky(1));
        assertThat(tuner.decisions().get(0).getOutcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldHaveNoSecondEffect() {
        // Given
        SoakEvent freeze = signed(command("c1", ControlAction.FREEZE, List.of()));
        tuner.send(freeze);
        tuner.send(signed(command("c2", ControlAction.UNFREEZE, List.of())));
        tuner.decisions();

        // When
        tuner.send(freeze);
        tuner.send(signed(command("c2", ControlAction.FREEZE, List.of())));
        tuner.send(risky(1));

        // Then
        assertThat(tuner.deadLetterCodes()).containsExactly("conflicting_command");
        assertThat(tuner.decisions()).extracting(TuningDecision::getOutcome).containsExactly(Outcome.APPLIED);
    }

    @Test
    void shouldObeyNobodyWithoutKeys() {
        // When
        try (TunerDriver nobody = new TunerDriver(TunerConfig.defaults(), stateDirectory.resolve("nobody"))) {
            nobody.send(Events.started());
            nobody.send(signed(command("c1", ControlAction.FREEZE, List.of())));

            // Then
            assertThat(nobody.deadLetterCodes()).containsExactly("unauthorised_control");
        }
    }

    private static TunerConfig config() {
        TunerConfig defaults = TunerConfig.defaults();
        return new TunerConfig(
                defaults.windowLength(),
                defaults.autoTune(),
                defaults.confirmWithinIterations(),
                defaults.admission(),
                defaults.rules(),
                defaults.guards(),
                defaults.silence(),
                new ControlConfig(Map.of(KEY_ID, CommandKeys.base64(KEYS.getPublic()))));
    }

    private static SoakEvent risky(int iteration) {
        return Events.iteration(Events.healthy(iteration).setRiskRatio(0.7).build());
    }

    private static SoakEvent signed(ControlCommand command) {
        return event(CommandSigner.sign(command, Events.KEY, KEYS.getPrivate()));
    }

    private static SoakEvent event(ControlCommand command) {
        return Events.event(Events.START).setControlCommand(command).build();
    }

    private static ControlCommand command(String id, ControlAction action, List<ParameterValue> values) {
        return new ControlCommand(
                id,
                action,
                values,
                List.of(),
                "alice",
                "",
                Events.START.toEpochMilli(),
                null,
                null,
                KEY_ID,
                null,
                null);
    }

    private static List<ParameterValue> values() {
        return TARGET.values().entrySet().stream()
                .map(entry ->
                        new ParameterValue(entry.getKey(), entry.getValue().toPlainString()))
                .toList();
    }
}
