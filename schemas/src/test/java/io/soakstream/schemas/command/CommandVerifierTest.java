package io.soakstream.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CommandVerifierTest {
    private static final String RUN = "mm:nightly";

    private final CommandVerifier verifier = TestKeys.verifier();

    private static ControlCommand command() {
        return new ControlCommand(
                "c1",
                ControlAction.REBASE,
                List.of(new ParameterValue("tail_age_ms", "650")),
                List.of("rebid"),
                "alice",
                "back to the best cell",
                1_760_270_400_000L,
                7,
                "ab",
                TestKeys.ID,
                null,
                1_760_274_000_000L);
    }

    private static ControlCommand changed(Consumer<ControlCommand> change) {
        ControlCommand changed = signed();
        change.accept(changed);
        return changed;
    }

    private static ControlCommand signed() {
        return CommandSigner.sign(command(), RUN, TestKeys.privateKey());
    }

    @Test
    void shouldTakeWhatTheNamedKeyHasSigned() {
        assertThat(verifier.refusal(signed(), RUN)).isEmpty();
    }

    @Test
    void shouldSayWhatIsMissing() {
        // Given
        ControlCommand unsigned = command();
        ControlCommand nameless = changed(command -> command.setKeyId(null));
        ControlCommand other = changed(command -> command.setKeyId("watcher"));
        ControlCommand odd = changed(command -> command.setKeyId("a\nb"));

        // Then
        assertThat(verifier.refusal(unsigned, RUN)).contains("no signature");
        assertThat(verifier.refusal(nameless, RUN)).contains("no key id");
        assertThat(verifier.refusal(other, RUN)).contains("unknown key id watcher");
        assertThat(verifier.refusal(odd, RUN)).contains("unknown key id, which is not a name");
    }

    @Test
    void shouldRefuseTheSignatureOfAnotherRun() {
        assertThat(verifier.refusal(signed(), "mm:other")).contains("wrong signature");
        assertThat(verifier.refusal(signed(), "other:nightly")).contains("wrong signature");
        assertThat(verifier.refusal(signed(), "no run key")).contains("wrong signature");
    }

    @Test
    void shouldRefuseTheSignatureOfAnotherKey() {
        // Given
        ControlCommand foreign =
                CommandSigner.sign(command(), RUN, CommandKeys.generate().getPrivate());

        // Then
        assertThat(verifier.refusal(foreign, RUN)).contains("wrong signature");
    }

    @Property(tries = 300)
    void shouldRefuseAnyChangedField(@ForAll("changes") Consumer<ControlCommand> change) {
        // Given
        ControlCommand original = signed();

        // When
        ControlCommand changed = changed(change);

        // Then
        assertThat(verifier.refusal(changed, RUN).isPresent()).isEqualTo(!changed.equals(original));
    }

    @Provide
    Arbitrary<Consumer<ControlCommand>> changes() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.oneOf(
                text.map(value -> change(command -> command.setId(value))),
                Arbitraries.of(ControlAction.values()).map(value -> change(command -> command.setAction(value))),
                text.map(value -> change(command -> command.setActor(value))),
                text.map(value -> change(command -> command.setReason(value))),
                text.map(value -> change(command -> command.setKeyId(value))),
                text.map(value -> change(command -> command.setSignature(value))),
                text.injectNull(0.2).map(value -> change(command -> command.setExpectedBaseHash(value))),
                Arbitraries.longs().map(value -> change(command -> command.setIssuedAtMs(value))),
                Arbitraries.longs().injectNull(0.2).map(value -> change(command -> command.setExpiresAtMs(value))),
                Arbitraries.integers()
                        .injectNull(0.2)
                        .map(value -> change(command -> command.setNotAfterIteration(value))),
                text.list().ofMaxSize(3).map(value -> change(command -> command.setSubsystems(value))),
                text.map(value -> new ParameterValue("tail_age_ms", value))
                        .list()
                        .ofMaxSize(3)
                        .map(value -> change(command -> command.setValues(value))),
                text.map(value -> change(command -> command.setValues(List.of(new ParameterValue(value, "650"))))));
    }

    /** Only says the type. */
    private static Consumer<ControlCommand> change(Consumer<ControlCommand> setter) {
        return setter;
    }

    @Property(tries = 300)
    void shouldRefuseGarbageAndNeverFail(@ForAll String signature) {
        // Given
        ControlCommand garbage = changed(command -> command.setSignature(signature));

        // Then
        assertThat(verifier.refusal(garbage, RUN)).contains("wrong signature");
    }

    @Test
    void shouldNameTheKeyThatIsNone() {
        // Given
        String rsaLike = "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL";

        // Then
        assertThatThrownBy(() -> new CommandVerifier(Map.of("ops", rsaLike)))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageStartingWith("public key ops: not an Ed25519 public key");
        assertThatThrownBy(() -> new CommandVerifier(Map.of("ops", "")))
                .hasMessageStartingWith("public key ops: not an Ed25519 public key");
    }

    @Test
    void shouldNotSignWithoutTheNameOfAKey() {
        // Given
        ControlCommand nameless = changed(command -> command.setKeyId(null));

        // Then
        assertThatThrownBy(() -> CommandSigner.sign(nameless, RUN, TestKeys.privateKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key_id is missing");
    }
}
