package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.projection.Command.Action;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandedFreezeTest {

    @Test
    void shouldHoldWhatIsNamedAlone() {
        // When
        CommandedFreeze freeze = after(CommandedFreeze.none(), Action.FREEZE, "rebid");

        // Then
        assertThat(freeze.isActive()).isTrue();
        assertThat(freeze.holds("rebid")).isTrue();
        assertThat(freeze.holds("rescue_taker")).isFalse();
    }

    @Test
    void shouldHoldEverythingIfNothingIsNamed() {
        // When
        CommandedFreeze freeze = after(CommandedFreeze.none(), Action.FREEZE);

        // Then
        assertThat(freeze.total()).isTrue();
        assertThat(freeze.holds("edge")).isTrue();
    }

    @Test
    void shouldLiftWhatIsNamedAlone() {
        // Given
        CommandedFreeze both = after(CommandedFreeze.none(), Action.FREEZE, "rebid", "rescue_taker");
        CommandedFreeze total = after(CommandedFreeze.none(), Action.FREEZE);

        // Then
        assertThat(after(both, Action.UNFREEZE, "rebid").subsystems()).containsExactly("rescue_taker");
        assertThat(after(total, Action.UNFREEZE, "rebid").holds("rebid")).isTrue();
        assertThat(after(both, Action.UNFREEZE)).isEqualTo(CommandedFreeze.none());
    }

    @Test
    void shouldStandUntilItIsLifted() {
        // Given
        CommandedFreeze total = after(CommandedFreeze.none(), Action.FREEZE);

        // Then
        assertThat(after(total, Action.FREEZE, "rebid").total()).isTrue();
        assertThat(after(total, Action.ACKNOWLEDGE)).isEqualTo(total);
        assertThat(CommandedFreeze.none().isActive()).isFalse();
    }

    private static CommandedFreeze after(CommandedFreeze freeze, Action action, String... subsystems) {
        return freeze.after(
                new Command("c", action, Map.of(), Set.of(subsystems), OptionalInt.empty(), Optional.empty()));
    }
}
