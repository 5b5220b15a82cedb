package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way out of a divergence: a command with complete values, which the tuner has obeyed, is taken whatever the gate
 * believed before. What follows from its values is still derived; only where the two started from is not asked.
 */
final class Rebase {
    /** Where the start of the run is not known: as without any declaration. */
    private static final EchoRules UNDECLARED = new EchoRules(false, false, 3);

    private Rebase() {}

    /** The projection after such a command; empty: the event is none, or its values are not complete, legal and right. */
    static Optional<Projection> of(Ledger ledger, Claim claim, ParameterCatalogue catalogue) {
        if (!(claim.event() instanceof ClaimedEvent.Control control)
                || claim.commandRefusal().isPresent()
                || claim.judgeMode()
                || !givesValues(control.command().action())) {
            return Optional.empty();
        }
        Command anyBase = withoutBase(control.command());
        Projection diverged = ledger.projection().orElseGet(() -> undeclared(claim, catalogue));
        return diverged.refusal(anyBase, ledger.lastIteration(), catalogue).isPresent()
                ? Optional.empty()
                : confirmed(diverged.obeyed(anyBase, catalogue), claim)
                        .filter(rebased -> rebased.stateHash().equals(claim.resultHash()));
    }

    private static boolean givesValues(Command.Action action) {
        return action == Command.Action.ROLLBACK || action == Command.Action.REBASE;
    }

    private static Command withoutBase(Command command) {
        return new Command(
                command.id(),
                command.action(),
                command.values(),
                command.subsystems(),
                command.notAfterIteration(),
                Optional.empty());
    }

    /** No decision makes more than one version but the first, so this version is above all that there were. */
    private static Projection undeclared(Claim claim, ParameterCatalogue catalogue) {
        Projection start =
                Projection.start(Overrides.start(catalogue), true, OptionalInt.empty(), false, UNDECLARED, List.of());
        return new Projection(
                start.overrides(),
                start.stateHash(),
                claim.sequence(),
                start.switches(),
                OptionalInt.empty(),
                false,
                UNDECLARED,
                List.of(),
                start.confirmation());
    }

    /** What the bot has said in the meantime only the tuner has heard. */
    private static Optional<Projection> confirmed(Projection rebased, Claim claim) {
        return Arrays.stream(Confirmation.State.values())
                .filter(state -> state.name().equals(claim.verification()))
                .findFirst()
                .map(state -> Divergence.with(rebased, rebased.switches(), confirmation(rebased, state)));
    }

    private static Confirmation confirmation(Projection rebased, Confirmation.State state) {
        boolean confirmed = state == Confirmation.State.CONFIRMED;
        return new Confirmation(
                state,
                state != Confirmation.State.UNVERIFIED,
                0,
                OptionalInt.empty(),
                confirmed
                        ? Optional.of(rebased.stateHash())
                        : rebased.confirmation().lastEcho());
    }
}
